namespace ActorTcp.Stack;

/// <summary>What a connection's actor has to remember beside its control block.</summary>
[Flags]
internal enum ConnectionFlags : ushort
{
    None = 0,

    /// <summary>It counts among the half-open connections of its listener.</summary>
    HalfOpen = 1,

    /// <summary>The application has been told that it is open.</summary>
    WasOpened = 2,

    /// <summary>The application wanted to send more than there was room for.</summary>
    WantsRoom = 4,

    /// <summary>The application has been told that the peer has closed.</summary>
    ToldPeerClosed = 8,

    /// <summary>It has left the flow table.</summary>
    Gone = 16,

    /// <summary>The application is looking at text, and has not said yet how much it takes.</summary>
    Taking = 32,

    /// <summary>It has closed both directions meanwhile.</summary>
    CloseAsked = 64,

    /// <summary>In this turn the application has left text, and there is no more of it since.</summary>
    Declined = 128,

    /// <summary>It counts among the pending Fast Open requests of its listener.</summary>
    FastOpenPending = 256,
}
