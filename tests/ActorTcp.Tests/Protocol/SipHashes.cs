using ActorTcp.Protocol;

namespace ActorTcp.Tests.Protocol;

/// <summary>SipHash-2-4 against the reference's vectors: key 00 01 … 0f, messages 00 01 … of each length.</summary>
public sealed class SipHashes
{
    private static readonly SipKey Key = SipKey.From(Counting(16));

    private static readonly ulong[] Reference =
    [
        0x726fdb47dd0e0e31, 0x74f839c593dc67fd, 0x0d6c8009d9a94f5a, 0x85676696d7fb7e2d,
        0xcf2794e0277187b7, 0x18765564cd99a68d, 0xcbc9466e58fee3ce, 0xab0200f58b01d137,
        0x93f5f5799a932462, 0x9e0082df0ba9e4b0, 0x7a5dbbc594ddb9f3, 0xf4b32f46226bada7,
        0x751e8fbc860ee5fb, 0x14ea5627c0843d90, 0xf723ca908e7af2ee, 0xa129ca6149be45e5,
    ];

    [Fact]
    public void Agree_with_the_reference_for_every_length_up_to_15()
    {
        for (var length = 0; length < Reference.Length; length++)
        {
            Assert.Equal(Reference[length], SipHash.Of(in Key, Counting(length)));
        }
    }

    private static byte[] Counting(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)i)];
}
