namespace ActorTcp.Stack;

/// <summary>What a stack and its device leave to each other in one packet (segmentation and checksum offload); by default nothing.</summary>
/// <param name="SegmentSize">Octets of text in each segment but the last of a super-segment, which is many segments under one header; 0 for a packet that is one segment.</param>
public readonly record struct PacketOffload(PacketChecksum Checksum, int SegmentSize = 0);
