using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTcp.Tests.Documentation;

/// <summary>Every piece of C# that a page shows compiles, as a program or as types of its own.</summary>
public sealed class Programs
{
    /// <summary>What a project with implicit usings has, the usings that pages leave out, and the names that they have introduced before.</summary>
    private const string Given =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using ActorTcp.Hosting;
        global using ActorTcp.Linux;
        global using ActorTcp.Protocol;
        global using ActorTcp.Stack;
        global using static Given;

        internal static class Given
        {
            public static TcpStack stack = null!;
            public static TcpListener listener = null!;
            public static TcpConnection connection = null!;
            public static IPacketDevice device = null!;
            public static WebApplicationBuilder builder = null!;
            public static WebApplication app = null!;
        }
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private static readonly IReadOnlyList<MetadataReference> References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    [Fact]
    public void Compile()
    {
        var blocks = MarkdownPage.All.SelectMany(page => page.Blocks("csharp")).ToList();
        Assert.NotEmpty(blocks);
        var errors = string.Join('\n', blocks.SelectMany(Errors));
        Assert.True(errors.Length == 0, errors);
    }

    private static IEnumerable<string> Errors(CodeBlock block)
    {
        var code = CSharpSyntaxTree.ParseText(block.Code, Language, cancellationToken: TestContext.Current.CancellationToken);
        var isProgram = code.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<GlobalStatementSyntax>().Any();
        var compilation = CSharpCompilation.Create(
            "Page",
            [CSharpSyntaxTree.ParseText(Given, Language, cancellationToken: TestContext.Current.CancellationToken), code],
            References,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => $"{block.Page}:{block.Line + found.Location.GetLineSpan().StartLinePosition.Line}: {found.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
