namespace ActorTcp.Stack;

/// <summary>The page that shows the connection over which it was fetched: readable in any width, light or dark, without a script.</summary>
internal static class ConnectionPage
{
    public static Ladder LadderOf(InlineConnection connection)
    {
        var history = connection.History;
        return Ladder.Of(
            new LadderEnd($"actortcp\n{connection.LocalEndPoint}", history, connection.Actor.History?.Forgotten ?? 0),
            $"you\n{connection.RemoteEndPoint}");
    }

    public static string Draw(InlineConnection connection, TcpStack stack) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Your connection to {{connection.LocalEndPoint}}</title>
        <style>{{Style}}</style>
        </head>
        <body>
        <main>
        <h1>Your connection, drawn by the server that accepted it</h1>
        <p>An actor of <strong>ActorTcp</strong> holds it: your packets came through a TUN device to a TCP in user space,
        and no socket of this machine's kernel takes part on this side. You are <code>{{connection.RemoteEndPoint}}</code>,
        this is <code>{{connection.LocalEndPoint}}</code>.</p>
        {{LadderDrawing.Draw(LadderOf(connection))}}
        <p class="faint">Sequence numbers count from each side's initial one. The states on the side of the client are what
        RFC 9293 makes of the segments that came. The last rung is the request for this page; its answer was not sent yet.</p>
        <p><a href="/">Once more</a> (the connection is kept, so the ladder grows) · <a href="/handshake.txt">as text</a>
        · <a href="/counters">all counters</a></p>
        <h2>What this stack has counted</h2>
        <div class="wide"><table>
        <thead><tr><th scope="col">Counter<th scope="col">Value<th scope="col">Linux calls it</thead>
        <tbody>
        {{CounterList.Rows(stack)}}</tbody>
        </table></div>
        </main>
        </body>
        </html>

        """;

    private const string Style =
        """
        :root { --ink: #1d2733; --faint: #566372; --paper: #fbfbf8; --line: #d5dae0; --client: #0b6b8a; --server: #9a3b12 }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e8ec; --faint: #9aa7b4; --paper: #14181d; --line: #343c45; --client: #63c7e6; --server: #f0a077 }
        }
        body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif }
        main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
        h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin-top: 2.5rem }
        a { color: var(--client) } .faint { color: var(--faint); font-size: .9rem }
        code { overflow-wrap: anywhere } svg { display: block; width: 100%; height: auto; margin: 1.5rem 0 }
        svg text { font: 13px ui-monospace, monospace; fill: var(--ink) } svg .small { font-size: 11px; fill: var(--faint) }
        svg .state { font-size: 11px; font-weight: 600 } svg .life { stroke: var(--line); stroke-width: 2 }
        .right { stroke: var(--client); stroke-width: 2 } .left { stroke: var(--server); stroke-width: 2 }
        path.right { fill: var(--client); stroke: none } path.left { fill: var(--server); stroke: none }
        .wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .9rem }
        th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400 }
        thead th { font-weight: 600 } td:nth-child(2), th:nth-child(2) { text-align: right; font-variant-numeric: tabular-nums }
        td:nth-child(3), th:nth-child(3) { padding-left: 1rem }
        """;
}
