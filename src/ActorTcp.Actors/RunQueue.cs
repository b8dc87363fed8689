namespace ActorTcp.Actors;

/// <summary>What the actors of one shard have told one another: a mailbox per message type, and the order in which the mailboxes are next.</summary>
internal sealed class RunQueue
{
    private static int _types;

    private readonly Queue<int> _order = new();
    private Mailbox?[] _mailboxes = [];

    public bool IsEmpty => _order.Count == 0;

    public void Add<TMessage>(Actor actor, in TMessage message)
    {
        int type = TypeOf<TMessage>.Number;
        MailboxOf<TMessage>(type).Add(actor, in message);
        _order.Enqueue(type);
    }

    /// <summary>Hands the oldest message to its actor; there must be one.</summary>
    public void RunNext(Shard shard) => _mailboxes[_order.Dequeue()]!.RunNext(shard);

    private Mailbox<TMessage> MailboxOf<TMessage>(int type)
    {
        if (type >= _mailboxes.Length) Array.Resize(ref _mailboxes, type + 1);
        return (Mailbox<TMessage>)(_mailboxes[type] ??= new Mailbox<TMessage>());
    }

    private static class TypeOf<TMessage>
    {
        public static readonly int Number = Interlocked.Increment(ref _types) - 1;
    }
}
