using System.IO.Compression;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

/// <summary>Packed files that are not what they should be: each is one line, and none takes more than a row may have.</summary>
public sealed class GzipTests : IDisposable
{
    const string Csv = "a,b\n1,x\n2,y\n4,x\n8,y\n";
    const string TooLong = "error KILN1004: this row is longer than 2 MB, which is the most that is read; ";

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("trailing bytes")]
    [InlineData("\0")]
    [InlineData("9,z\n")]
    public void Bytes_behind_the_end_are_told(string behind)
    {
        var bytes = Packed(Csv);

        foreach (var whole in new[] { bytes, [.. bytes, .. bytes] })
            Assert.StartsWith(
                "data.csv(1,1): error KILN1004: the gzip file is followed by uncompressed bytes",
                Error([.. whole, .. Encoding.UTF8.GetBytes(behind)]));
    }

    [Fact]
    public void Many_bytes_behind_the_end_are_told_wherever_they_begin()
    {
        for (var length = 8160; length < 8200; length += 3)
        {
            var bytes = Packed("a,b\n" + Noise(length), CompressionLevel.NoCompression);

            Assert.Contains("KILN1004: the gzip file is followed by", Unpacking([.. bytes, .. Encoding.UTF8.GetBytes(Noise(20_000))]));
        }
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_told()
    {
        foreach (var level in new[] { CompressionLevel.NoCompression, CompressionLevel.Optimal })
        {
            var bytes = Packed("a,b\n" + Noise(400), level);
            for (var length = 2; length < bytes.Length; length++)
                Assert.Contains("error KILN1004: the gzip file is damaged or cut off", Unpacking(bytes[..length]));
        }
    }

    [Fact]
    public void A_byte_that_is_wrong_is_told()
    {
        var text = "a,b\n" + Noise(400);
        var bytes = Packed(text);
        var told = 0;
        // Behind the header's ten bytes. A few bits say nothing: they fill the last byte.
        for (var at = 10; at < bytes.Length; at++)
        {
            byte[] wrong = [.. bytes];
            wrong[at] ^= 0x10;
            try
            {
                using var unpacked = new StreamReader(new GzipFile("data.csv", new MemoryStream(wrong)));
                Assert.Equal(text, unpacked.ReadToEnd());
            }
            catch (BuildException e)
            {
                Assert.Contains("KILN1004", e.Message);
                told++;
            }
        }
        Assert.InRange(told, bytes.Length - 12, bytes.Length);
    }

    [Fact]
    public void What_gets_bytes_behind_its_end_after_its_contract_is_told_too()
    {
        var dataset = _folder.Packed(Csv, "data.csv");
        var contract = ContractInference.Infer(dataset, null, DataFolder.NoWarning);
        File.AppendAllText(dataset.Files[0], "x");

        Assert.Contains("KILN1004: the gzip file is followed by", _folder.Error(() => _folder.Load(dataset, contract)));
    }

    [Theory]
    [InlineData("", "", "data.csv(1,1): ")]
    [InlineData("a,b\n1,x\n2,", "", "data.csv(3,1): ")]
    [InlineData("a,b\n1,x\n2,\"", "", "data.csv(3,3): ")]
    [InlineData("a,b\n1,x\n2,\"", "\n", "data.csv(3,3): ")]
    [InlineData("a,b\n1,x\n2,", ",", "data.csv(3,1): ")]
    [InlineData("a,b\n1,x\n2,", "\0", "data.csv(3,1): ")]
    public void A_bomb_is_told_at_its_row_and_is_not_unpacked(string before, string filling, string place)
    {
        var dataset = Bomb(before, filling.Length == 0 ? (byte)'0' : (byte)filling[0], 256 << 20);
        var start = GC.GetTotalAllocatedBytes(precise: true);

        var error = _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.NoWarning));

        Assert.StartsWith(place + TooLong, error);
        // A field that is almost two megabytes long, or as many empty ones, and what growing to it takes.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - start, 0, 192 << 20);
    }

    [Fact]
    public void A_bomb_under_a_known_contract_is_told_too()
    {
        var contract = _folder.Infer(Csv);
        var dataset = Bomb("a,b\n1,x\n2,", (byte)'0', 64 << 20);
        var start = GC.GetTotalAllocatedBytes(precise: true);

        Assert.StartsWith("data.csv(3,1): " + TooLong, _folder.Error(() => _folder.Load(dataset, contract)));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - start, 0, 32 << 20);
    }

    [Fact]
    public void Only_as_much_is_unpacked_as_a_row_may_have()
    {
        var file = Bomb("a,b\n1,", (byte)'0', 256 << 20).Files[0];
        using var stream = new Counted(DataFile.Open(file));

        Assert.Null(RowCounter.Count(stream, new Dialect(), 2));
        Assert.InRange(stream.Taken, 2 << 20, 3 << 20);
    }

    /// <summary>Some text, then the same byte again and again: a thousandth of its size, packed.</summary>
    Dataset Bomb(string before, byte filling, int length)
    {
        var block = new byte[1 << 16];
        Array.Fill(block, filling);
        var file = Path.Combine(_folder.Root, "data.csv");
        using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(before));
            for (var written = 0; written < length; written += block.Length)
                gzip.Write(block);
        }
        return _folder.Dataset("data", "data.csv");
    }

    string Error(byte[] content)
    {
        var dataset = _folder.Bytes(content);
        return _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.NoWarning));
    }

    static string Unpacking(byte[] content)
    {
        using var unpacked = new GzipFile("data.csv", new MemoryStream(content));
        return Assert.ThrowsAny<BuildException>(() => unpacked.CopyTo(Stream.Null)).Message;
    }

    static byte[] Packed(string text, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    static string Noise(int length)
    {
        var random = new Random(length);
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(random.Next(1000)).Append(",x").Append(random.Next(1000)).Append('\n');
        return text.ToString();
    }

    sealed class Counted(Stream inner) : MemoryStream
    {
        public long Taken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Taken += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
