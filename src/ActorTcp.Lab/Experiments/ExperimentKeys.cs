namespace ActorTcp.Lab;

/// <summary>Every key of an experiment's file, in plain words.</summary>
internal static class ExperimentKeys
{
    public static string Text { get; } =
        $$"""
        An experiment is a JSON object, or the same in YAML (.yaml); comments and trailing commas are welcome. Times are in seconds, shares from 0 to 1.
        What is a list is tried in every combination; every key but name and subjects may be left out.

        {
          "name": "mine",                      // letters, digits, '-', '_'
          "question": "What happens if …?",
          "engine": "sim",                     // {{Names.Of<EngineKind>()}}
          "seed": 1,
          "subjects": ["hybrid", "textbook"],  // {{string.Join(", ", Subject.All.Where(subject => !subject.HasFilter))}};
                                               // a policy followed by +filter has SYN budgets before it
          "halfOpenLimit": 1024,               // for the kernel also its backlog
          "queueLength": 20000,               // packets that may wait for the stack to read them (tun)
          "duration": 10,                      // a trial lasts so long at least, and until the last client is done
          "flood": {
            "kinds": ["syn"],                  // syn: answers are lost; ack: guessed cookies;
                                               // unfinished: SYNs of real hosts that never complete;
                                               // idle: real hosts that connect and say nothing
            "rates": [0, 15000],               // packets in a second; 0 is the idle server to compare with,
                                               // "max" the most that this machine makes (tun, kernel)
            "sources": ["random"],             // random: 10.0.0.0/8; prefix; hosts
            "prefix": "10.9.8.0/24",
            "hosts": 8,
            "synsFirst": 0,                    // begins with so many SYNs: some servers believe cookies only after an overflow
            "until": 10                        // when the flood ends; left out: with the last client
          },
          "clients": {
            "count": 2000,
            "perSecond": 200,
            "after": 1,                        // the first begins when the flood has its effect
            "patience": 10,
            "rtts": [0.001],                   // sim
            "losses": [0],                     // sim
            "readsOneByte": false,             // true: wait for the server's first octet
            "schedule": "exponential",         // when SYNs are repeated: exponential (1, 3, 7 s), linear (1, 2, 3, 4, 5, 7 s)
            "duplicates": 0,                   // share of first SYNs of which the network keeps a copy (sim)
            "duplicateDelay": 5
          }
        }
        """;
}
