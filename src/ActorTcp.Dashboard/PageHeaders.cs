using Microsoft.AspNetCore.Builder;

namespace ActorTcp.Dashboard;

/// <summary>What a browser is told that it must not do for the page.</summary>
internal static class PageHeaders
{
    /// <summary>Scripts come from here and stand in files; only single attributes may hold style, as the drawings do.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void Guard(EndpointBuilder endpoint)
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            return answer(context);
        };
    }
}
