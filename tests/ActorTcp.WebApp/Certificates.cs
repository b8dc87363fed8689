using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorTcp.WebApp;

internal static class Certificates
{
    /// <summary>For one run; clients know it by its name.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=web.test", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
