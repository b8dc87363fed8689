namespace ActorTcp.Linux;

/// <summary>linux/if_tun.h and net/if.h: a TUN device and its queues.</summary>
internal static class IfTun
{
    public const uint TUNSETIFF = 0x400454CA;
    public const uint TUNGETFEATURES = 0x800454CF;
    public const uint TUNSETOFFLOAD = 0x400454D0;
    public const int IFF_TUN = 0x0001;
    public const int IFF_NO_PI = 0x1000;
    public const int IFF_MULTI_QUEUE = 0x0100;
    public const int IFF_TUN_EXCL = 0x8000;
    public const int IFF_VNET_HDR = 0x4000;

    public const int TUN_F_CSUM = 0x01;
    public const int TUN_F_TSO4 = 0x02;
    public const int TUN_F_TSO6 = 0x04;
    public const int TUN_F_TSO_ECN = 0x08;

    public const uint IFF_UP = 0x1;

    /// <summary>The length of an interface's name with its final zero.</summary>
    public const int IFNAMSIZ = 16;
}
