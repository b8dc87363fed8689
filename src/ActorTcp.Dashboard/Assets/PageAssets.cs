using System.Security.Cryptography;
using System.Text;
using ActorTcp.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace ActorTcp.Dashboard;

/// <summary>The files of the page, from the assembly: nothing is looked for on a disk or in the network.</summary>
internal static class PageAssets
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/_framework/blazor.web.js", "text/javascript", Read("blazor.web.js"));
        Map(endpoints, "/_page/page.js", "text/javascript", Read("page.js"));
        Map(endpoints, "/_page/page.css", "text/css", [.. Encoding.UTF8.GetBytes(PageParts.StyleSheet), .. Read("page.css"), .. Read("tour.css"), .. Read("laboratory.css")]);
        Map(endpoints, "/_page/icon.svg", "image/svg+xml", Read("icon.svg"));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string path, string type, byte[] content)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        endpoints.MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";   // asked for again each time, and not sent again
            return TypedResults.Bytes(content, $"{type}; charset=utf-8", entityTag: tag);
        });
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
