namespace ActorTcp.Cli;

/// <summary>A secret in a file, as hexadecimal digits.</summary>
internal static class KeyFile
{
    private const int LeastDigits = 32;

    /// <exception cref="FormatException">It cannot be read, or holds no such key.</exception>
    public static ReadOnlyMemory<byte> Read(string path)
    {
        try
        {
            var digits = File.ReadAllText(path).Trim();
            return digits.Length >= LeastDigits ? Convert.FromHexString(digits)
                : throw new FormatException($"Valid: a file with {LeastDigits} hexadecimal digits or more; this one has {digits.Length}. One is made by: openssl rand -hex 16");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new FormatException(refused.Message, refused);
        }
    }
}
