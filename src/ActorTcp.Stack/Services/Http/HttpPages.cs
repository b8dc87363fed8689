namespace ActorTcp.Stack;

/// <summary>What is to be seen under which path.</summary>
internal sealed class HttpPages(TcpStack stack)
{
    private const string Paths = "There are / and /handshake.txt, which show this connection, and /counters.\n";

    public byte[] Answer(HttpRequest request, InlineConnection connection)
    {
        var status = request.Status;
        var content = HttpContent.Text($"{(int)status} {HttpAnswer.Reason(status)}\n");
        if (status == HttpStatus.Ok)
        {
            (status, content) = request.Path switch
            {
                "/" => (HttpStatus.Ok, HttpContent.Html(ConnectionPage.Draw(connection, stack))),
                "/handshake.txt" => (HttpStatus.Ok, HttpContent.Text(ConnectionPage.LadderOf(connection).ToString())),
                "/counters" => (HttpStatus.Ok, HttpContent.Text(CounterList.Text(stack))),
                _ => (HttpStatus.NotFound, HttpContent.Text($"No such page. {Paths}")),
            };
        }

        return HttpAnswer.Write(request, status, content, stack.Options.Time.GetUtcNow());
    }
}
