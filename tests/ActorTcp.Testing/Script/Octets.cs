using System.Text;

namespace ActorTcp.Testing;

/// <summary>Text whose every octet tells its place in the stream, so that nothing can be lost, doubled or moved unseen.</summary>
internal static class Octets
{
    private const int Period = 251;   // prime: no segment size is a multiple of it

    /// <param name="place">The place of the first octet; in a script the first octet after the SYN has the place 1.</param>
    public static byte[] At(uint place, int count)
    {
        var octets = new byte[count];
        for (var i = 0; i < count; i++)
        {
            octets[i] = (byte)((place + (uint)i) % Period);
        }

        return octets;
    }

    public static byte[] Of(string text) => Encoding.ASCII.GetBytes(text);
}
