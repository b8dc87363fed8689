namespace ActorTcp.Linux;

/// <summary>Why a TUN device cannot be had.</summary>
public enum TunFault
{
    /// <summary>The kernel has no TUN driver, or the container no <c>/dev/net/tun</c>.</summary>
    NoTunDriver,

    /// <summary>CAP_NET_ADMIN is missing.</summary>
    NotPermitted,

    /// <summary>Not a name that an interface can have.</summary>
    BadName,

    /// <summary>Another kind of interface has the name, or another process has the device.</summary>
    NameTaken,

    /// <summary>An existing device has one queue, but more are wanted.</summary>
    SingleQueue,

    /// <summary>A prefix is routed somewhere else already.</summary>
    RouteExists,

    /// <summary>The kernel refused a setting, such as the MTU or an address.</summary>
    BadSetting,
}
