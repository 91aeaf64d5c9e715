using System.IO.Compression;
using System.Text;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Requests;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

/// <summary>What is not data, or not as it should be: each is one line with a code, where the user must look.</summary>
public sealed class BadInputTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data.csv")]
    [InlineData("data.csv.gz")]
    [InlineData("data.parquet")]
    [InlineData("data.jsonl")]
    [InlineData("data.duckdb")]
    public void A_pointer_of_Git_LFS_is_told_whatever_it_stands_for(string file)
    {
        var dataset = _folder.Csv("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n", file);

        Assert.Equal(
            $"{file}(1,1): error KILN1046: this is a pointer of Git LFS and not the data, which was not fetched; run git lfs pull (on a build server: check out with LFS)",
            Error(dataset));
        Assert.StartsWith($"{file}(1,1): error KILN1046", _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored)));
    }

    [Fact]
    public void A_workbook_is_told_to_be_saved_as_CSV()
    {
        Assert.StartsWith("data.xlsx(1,1): error KILN1004: this is a workbook and no text, and which sheet and cells are the data would be a guess; save the sheet as CSV",
            Error(Zip("xl/worksheets/sheet1.xml", "data.xlsx")));
        Assert.StartsWith("data.csv(1,1): error KILN1004: this is a workbook", Error(Zip("content.xml", "data.csv")));
        Assert.StartsWith("data.xls(1,1): error KILN1004: this is a workbook", Error(_folder.Bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]], "data.xls")));
    }

    [Fact]
    public void An_archive_is_told_to_be_unpacked()
    {
        Assert.StartsWith("data.csv(1,1): error KILN1004: this is a zip archive", Error(Zip("data.csv", "data.csv")));
        Assert.StartsWith("data.csv(1,1): error KILN1004: this is a zip archive", Error(_folder.Bytes([.. "PK\x03\x04"u8, 1, 2, 3])));
    }

    [Fact]
    public void Unicode_of_16_bits_without_its_mark_is_told() =>
        Assert.StartsWith("data.csv(1,1): error KILN1004: this is not UTF-8 text", Infer(_folder.Bytes(Encoding.Unicode.GetBytes("a,b\n1,2\n"))));

    [Fact]
    public void Letters_of_Windows_are_told_where_they_stand() =>
        Assert.StartsWith("data.csv(3,3): error KILN1004: this is not UTF-8 text", Infer(_folder.Bytes([.. "a,b\n1,x\n2,"u8, 0x93, (byte)'x', 0x94, (byte)'\n'])));

    [Fact]
    public void One_line_of_200_megabytes_is_told()
    {
        using (var gzip = new GZipStream(File.Create(Path.Combine(_folder.Root, "long.csv.gz")), CompressionLevel.Fastest))
        {
            gzip.Write("a,b\n1,2\n3,"u8);
            var block = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 200; i++)
                gzip.Write(block);
        }

        Assert.StartsWith("long.csv.gz(3,1): error KILN1004: this row is longer than 2 MB", Infer(_folder.Dataset("data", "long.csv.gz")));
    }

    [Fact]
    public void Five_thousand_columns_are_read()
    {
        var rows = Enumerable.Range(0, 4).Select(row => string.Join(',', Enumerable.Range(0, 5_000).Select(i => row == 0 ? $"c{i}" : $"{i * row % 7}.5")));

        Assert.Equal(5_000, _folder.Infer(string.Join('\n', rows)).Columns.Count);
    }

    [Fact]
    public void Files_of_two_formats_are_no_dataset()
    {
        _folder.Csv("a,b\n1,2\n", "1.csv");
        _folder.Csv("{\"a\": 1, \"b\": 2}\n", "2.jsonl");

        Assert.StartsWith("App.csproj(1,1): error KILN0028: it is not clear which rows dataset 'data' has: its files are of several formats (Delimited, JsonLines)",
            Error(_folder.Dataset("data", "1.csv", "2.jsonl")));
    }

    [Fact]
    public void A_connection_string_in_the_project_is_told_and_not_shown()
    {
        var dataset = _folder.Dataset("data", "orders") with { Connection = Dataset.NoVariable, Table = "t", TakenFrom = "orders" };

        Assert.Contains(
            "error KILN0028: it is not clear which rows dataset 'data' has: Connection must be the name of an environment variable",
            _folder.Errors(() => DatasetCheck.ThrowIfUnreadable([dataset]))[0]);
    }

    [Theory]
    [InlineData("data.csv.zst")]
    [InlineData("data.csv")]
    public void A_Zstandard_file_is_read_and_one_that_was_cut_off_is_told(string file)
    {
        var dataset = _folder.Written("COPY (SELECT i AS n, 'text ' || i % 5 AS t FROM range(50000) AS t(i)) TO '{file}' (FORMAT csv, COMPRESSION zstd)", file);
        Assert.Equal(50_000, ContractInference.Infer(dataset, null, DataFolder.Ignored).Rows);

        var bytes = File.ReadAllBytes(dataset.Files[0]);
        foreach (var kept in new[] { bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(dataset.Files[0], bytes[..kept]);
            Assert.StartsWith($"{file}(1,1): error KILN1004: the Zstandard file is damaged or cut off", Infer(dataset));
        }
        File.WriteAllBytes(dataset.Files[0], [.. bytes, .. "1,2\n"u8]);
        Assert.StartsWith($"{file}(1,1): error KILN1004", Infer(dataset));
    }

    Dataset Zip(string entry, string file)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry(entry);
        return _folder.Bytes(packed.ToArray(), file);
    }

    string Error(Dataset dataset) => _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset]));

    string Infer(Dataset dataset) => _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored));
}
