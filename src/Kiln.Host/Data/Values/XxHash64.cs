using System.Buffers.Binary;
using System.Numerics;

namespace Kiln.Host.Data.Values;

/// <summary>
/// XXH64 as its specification has it (Collet, xxHash, 2014). Written out here because the sides rows are on hang on it:
/// no package's next version may change a bit of it, and any other language can compute the same.
/// </summary>
static class XxHash64
{
    const ulong P1 = 0x9E3779B185EBCA87, P2 = 0xC2B2AE3D27D4EB4F, P3 = 0x165667B19E3779F9, P4 = 0x85EBCA77C2B2AE63, P5 = 0x27D4EB2F165667C5;

    public static ulong Hash(ReadOnlySpan<byte> data, ulong seed)
    {
        var length = (ulong)data.Length;
        ulong hash;
        if (data.Length < 32)
            hash = seed + P5;
        else
        {
            var (a, b, c, d) = (seed + P1 + P2, seed + P2, seed, seed - P1);
            for (; data.Length >= 32; data = data[32..])
            {
                a = Round(a, Word(data));
                b = Round(b, Word(data[8..]));
                c = Round(c, Word(data[16..]));
                d = Round(d, Word(data[24..]));
            }
            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
                + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
        }
        hash += length;
        for (; data.Length >= 8; data = data[8..])
            hash = BitOperations.RotateLeft(hash ^ Round(0, Word(data)), 27) * P1 + P4;
        if (data.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(data) * P1), 23) * P2 + P3;
            data = data[4..];
        }
        foreach (var b in data)
            hash = BitOperations.RotateLeft(hash ^ (b * P5), 11) * P1;
        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return hash ^ (hash >> 32);
    }

    static ulong Word(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt64LittleEndian(data);

    static ulong Round(ulong accumulator, ulong word) => BitOperations.RotateLeft(accumulator + word * P2, 31) * P1;

    static ulong Merge(ulong hash, ulong accumulator) => (hash ^ Round(0, accumulator)) * P1 + P4;
}
