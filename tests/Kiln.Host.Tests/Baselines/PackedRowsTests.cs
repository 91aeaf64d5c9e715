using Kiln.Host.Baselines;

namespace Kiln.Host.Tests.Baselines;

public class PackedRowsTests
{
    [Fact]
    public void Rows_come_back_bit_by_bit()
    {
        (ulong, float[])[] rows = [(ulong.MaxValue, [float.NaN, -0f]), (1, [float.Epsilon, 1f / 3])];

        var read = PackedRows.Read(PackedRows.Write(rows), 2);

        Assert.Equal([ulong.MaxValue, 1], read.Select(row => row.Hash));
        Assert.Equal([float.NaN, -0f, float.Epsilon, 1f / 3], read.SelectMany(row => row.Numbers));
        Assert.True(float.IsNegative(read[0].Numbers[1]));
    }

    [Fact]
    public void The_bytes_are_the_same_on_every_machine() =>
        Assert.Equal("08070605040302010000803F", Convert.ToHexString(PackedRows.Write([(0x0102030405060708, [1])])));

    [Fact]
    public void Bytes_that_are_no_rows_are_refused() => Assert.Throws<FormatException>(() => PackedRows.Read(new byte[13], 1));
}
