using ActorTcp.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace ActorTcp.Cli;

/// <summary>Lets in who has the token; and nobody in whose browser a page of somebody else speaks to this one.</summary>
/// <param name="token">Null where everyone who reaches the address may come in.</param>
internal sealed class PageGuard(PageToken? token)
{
    private const string Cookie = "actortcp-page";
    private const string Parameter = "token";
    private const string Scheme = "Bearer ";

    public Task AdmitAsync(HttpContext context, RequestDelegate next) => context.Request switch
    {
        var request when IsForeign(request) => RefuseAsync(context, StatusCodes.Status403Forbidden, "Another site's page may not speak to this one.\n"),
        var request when token is null || IsHealth(request) || HasToken(token, request) => next(context),
        var request when token.IsSecret(request.Query[Parameter]) => ComeIn(context, token),
        _ => RefuseAsync(context, StatusCodes.Status401Unauthorized,
            "A token is needed: open this address once with ?token=TOKEN, or send Authorization: Bearer TOKEN. It stands in the file that --page-token-file names.\n"),
    };

    /// <summary>Browsers say whose page makes a request; that of a WebSocket is refused by nobody else.</summary>
    private static bool IsForeign(HttpRequest request) => request.Headers.Origin is [var origin]
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && request.Host.Equals(HostString.FromUriComponent(from)));

    /// <summary>What asks whether a service is well rarely has its secrets, and learns no more.</summary>
    private static bool IsHealth(HttpRequest request) => request.Path == ActorTcpHealth.AlivePath || request.Path == ActorTcpHealth.ReadyPath;

    private static bool HasToken(PageToken token, HttpRequest request) => token.IsSession(request.Cookies[Cookie])
        || (request.Headers.Authorization is [{ } credentials] && credentials.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && token.IsSecret(credentials[Scheme.Length..]));

    /// <summary>The token leaves the address bar, and with it the history and what is sent to others as Referer.</summary>
    private static Task ComeIn(HttpContext context, PageToken token)
    {
        var request = context.Request;
        context.Response.Cookies.Append(Cookie, token.Session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps });
        var others = QueryString.Create(request.Query.Where(pair => pair.Key != Parameter).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        context.Response.Redirect(UriHelper.BuildRelative(request.PathBase, request.Path, others));
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = new StringValues("Bearer");
        }

        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
