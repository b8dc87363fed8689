using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using ActorTcp.Linux;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>
/// The C compiler is asked about every constant, structure and field of the bindings: they carry C's names, so none can be forgotten.
/// </summary>
public sealed class NativeLayouts
{
    private const string Headers = """
        #define _GNU_SOURCE
        #include <errno.h>
        #include <fcntl.h>
        #include <poll.h>
        #include <sched.h>
        #include <stddef.h>
        #include <stdio.h>
        #include <time.h>
        #include <netinet/in.h>
        #include <netinet/tcp.h>
        #include <sys/epoll.h>
        #include <sys/eventfd.h>
        #include <sys/ioctl.h>
        #include <sys/prctl.h>
        #include <sys/resource.h>
        #include <sys/socket.h>
        #include <sys/uio.h>
        #include <netinet/in.h>
        #include <linux/if.h>
        #include <linux/if_addr.h>
        #include <linux/if_ether.h>
        #include <linux/if_link.h>
        #include <linux/if_packet.h>
        #include <linux/if_tun.h>
        #include <linux/netlink.h>
        #include <linux/rtnetlink.h>
        #include <linux/veth.h>
        #include <linux/virtio_net.h>

        """;

    [Fact]
    public void Every_constant_and_layout_is_what_the_C_compiler_says()
    {
        Needs.Command("gcc");
        var ours = Constants().Concat(Layouts()).ToDictionary(row => row.Expression, row => row.Value, StringComparer.Ordinal);
        Assert.True(ours.Count > 80, "the bindings were not found");

        var theirs = AskCompiler(ours.Keys);

        Assert.Empty(ours.Where(row => theirs[row.Key] != row.Value).Select(row => $"{row.Key} is {theirs[row.Key]}, not {row.Value}"));
    }

    private static IEnumerable<(string Expression, long Value)> Constants()
    {
        foreach (var header in (Type[])[typeof(Sys), typeof(IfTun), typeof(Rtnetlink), typeof(VirtioNet)])
        {
            foreach (var constant in header.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                yield return (constant.Name, Convert.ToInt64(constant.GetRawConstantValue(), CultureInfo.InvariantCulture));
            }
        }

        foreach (var errno in Enum.GetValues<Errno>().Where(errno => errno != Errno.None))
        {
            yield return (errno.ToString(), (int)errno);
        }

        yield return ("sizeof(struct epoll_event)", Epoll.EventSize);
        yield return ("offsetof(struct epoll_event, data)", Epoll.DataOffset);
    }

    private static IEnumerable<(string Expression, long Value)> Layouts()
    {
        foreach (var type in typeof(Libc).Assembly.GetTypes().Where(HasNameOfC))
        {
            yield return ($"sizeof(struct {type.Name})", Marshal.SizeOf(type));
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return ($"offsetof(struct {type.Name}, {field.Name})", Marshal.OffsetOf(type, field.Name));
                yield return ($"sizeof(((struct {type.Name} *)0)->{field.Name})", Marshal.SizeOf(field.FieldType));
            }
        }
    }

    private static bool HasNameOfC(Type type) =>
        type is { IsValueType: true, IsEnum: false, IsNested: false } && char.IsAsciiLetterLower(type.Name[0]);

    private static Dictionary<string, long> AskCompiler(IReadOnlyCollection<string> expressions)
    {
        var folder = Directory.CreateTempSubdirectory("actortcp-layouts-").FullName;
        try
        {
            var source = Path.Combine(folder, "layouts.c");
            var program = Path.Combine(folder, "layouts");
            File.WriteAllText(source, Program(expressions));
            Run("gcc", "-o", program, source).MustSucceed();
            return Run(program).MustSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .ToDictionary(row => row[0], row => long.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Program(IEnumerable<string> expressions)
    {
        var program = new StringBuilder(Headers).Append("int main(void) {\n");
        foreach (var expression in expressions)
        {
            program.Append(CultureInfo.InvariantCulture, $"  printf(\"%s\\t%lld\\n\", \"{expression}\", (long long)({expression}));\n");
        }

        return program.Append("}\n").ToString();
    }

    private static CommandResult Run(string command, params ReadOnlySpan<string> arguments)
    {
        using var running = new RunningCommand(command, arguments);
        return running.WaitForExit(TimeSpan.FromSeconds(60));
    }
}
