using System.Buffers.Binary;

namespace Kiln.Host.Baselines;

/// <summary>Rows as bytes, little-endian: for each its hash, then its numbers. As bits, because a rounded score could change sides.</summary>
static class PackedRows
{
    public static byte[] Write(IReadOnlyList<(ulong Hash, float[] Numbers)> rows)
    {
        var bytes = new byte[rows.Sum(row => Size(row.Numbers.Length))];
        var rest = bytes.AsSpan();
        foreach (var (hash, numbers) in rows)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, hash);
            for (var i = 0; i < numbers.Length; i++)
                BinaryPrimitives.WriteSingleLittleEndian(rest[(sizeof(ulong) + i * sizeof(float))..], numbers[i]);
            rest = rest[Size(numbers.Length)..];
        }
        return bytes;
    }

    /// <param name="bytes">What was written.</param>
    /// <param name="numbers">How many numbers each row has.</param>
    /// <exception cref="FormatException">The bytes are no such rows.</exception>
    public static IReadOnlyList<(ulong Hash, float[] Numbers)> Read(byte[] bytes, int numbers)
    {
        var size = Size(numbers);
        if (bytes.Length % size != 0)
            throw new FormatException($"{bytes.Length} bytes do not divide into rows of {size}");
        var rows = new (ulong, float[])[bytes.Length / size];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = bytes.AsSpan(i * size, size);
            var values = new float[numbers];
            for (var n = 0; n < numbers; n++)
                values[n] = BinaryPrimitives.ReadSingleLittleEndian(row[(sizeof(ulong) + n * sizeof(float))..]);
            rows[i] = (BinaryPrimitives.ReadUInt64LittleEndian(row), values);
        }
        return rows;
    }

    static int Size(int numbers) => sizeof(ulong) + numbers * sizeof(float);
}
