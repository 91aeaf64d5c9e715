using System.IO.Compression;
using System.Text;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

public sealed class UnreadableTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "data.csv(1,1): error KILN1002: the data file is empty")]
    [InlineData("\uFEFF\r\n\r\n", "data.csv(1,1): error KILN1002: the data file is empty")]
    [InlineData("a,b", "data.csv(1,1): error KILN1003: the data file has a header and no rows")]
    [InlineData("a,b\n", "data.csv(1,1): error KILN1003: the data file has a header and no rows")]
    [InlineData("a,b\n1,2\n3\n4,5\n", "data.csv(3,1): error KILN1004: this row has 1 field, but the header has 2 columns")]
    [InlineData("a,b\n1,2\n\"x\ny\",3,4\n4,5\n", "data.csv(4,6): error KILN1004: this row has 3 fields, but the header has 2 columns")]
    [InlineData("a;b;c\n1;2;3\n3;4\n", "data.csv(3,1): error KILN1004: this row has 2 fields, but the header has 3 columns")]
    [InlineData("a,b\n1,\"x\n2,3\n", "data.csv(2,3): error KILN1004: a quoted field is not closed")]
    [InlineData("a,b\n1,\"x\"y\n2,3\n", "data.csv(2,3): error KILN1004: a quoted field is not closed, or has text after its closing quote")]
    [InlineData("a,b\r\n1,2\n3,4\r\n5,6\r\n", "data.csv(2,1): error KILN1004: this line ends in LF and the header in CRLF")]
    [InlineData("a\n1,5\n", "data.csv(2,3): error KILN1004: this row has 2 fields, but the header has 1 column,")]
    [InlineData("setosa,5,1.4,1.4\nsetosa,5,1.3,0.2\nother,6,4.1,0.3\n", "data.csv(1,10): error KILN1004: the first line contains values ('1.4') instead of column names")]
    [InlineData("a,b\n1,x\n2,\0\n", "data.csv(3,3): error KILN1004: this field holds a NUL character")]
    [InlineData("a,b\n1,x\n2,a long text with a \0 in it\n", "data.csv(3,3): error KILN1004: this field holds a NUL character")]
    [InlineData("a\0,b\n1,2\n", "data.csv(1,1): error KILN1004: this is not UTF-8 text")]
    public void Each_is_one_line_at_its_place(string csv, string expected)
    {
        var dataset = _folder.Csv(csv);

        Assert.StartsWith(expected, _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored)));
    }

    [Fact]
    public void All_rows_that_cannot_be_read_are_told() => Assert.Equal(
        ["data.csv(3,1)", "data.csv(5,5)", "data.csv(6,3)", "data.csv(8,3)"],
        _folder.Errors(() => ContractInference.Infer(_folder.Csv("a,b\n1,2\n3\n4,5\n6,7,8\n9,\0\n1,2\n3,\"4\n5\n6,7\n"), null, DataFolder.Ignored))
            .Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]));

    [Fact]
    public void Twenty_are_told_and_how_many_more_there_are()
    {
        var errors = _folder.Errors(() => ContractInference.Infer(_folder.Csv("a,b\n1,2\n" + string.Concat(Enumerable.Repeat("1,2,3\n4,5\n", 1030))), null, DataFolder.Ignored));

        Assert.Equal(21, errors.Count);
        Assert.StartsWith("data.csv(41,5): error KILN1004: this row has 3 fields", errors[19]);
        Assert.Equal("data.csv(43,1): error KILN1004: 1,010 more rows from here on cannot be read either; look for what they have in common", errors[20]);
    }

    /// <summary>Each of its letters would be the same error.</summary>
    [Fact]
    public void A_file_in_another_encoding_is_one_error() => Assert.StartsWith(
        "data.csv(3,3): error KILN1004: this is not UTF-8 text",
        Error(Encoding.Latin1.GetBytes("a,b\n1,2\n3,Zürich\n4,Köln\n5\n")));

    [Fact]
    public void What_gets_a_NUL_after_its_contract_is_told_too()
    {
        var contract = _folder.Infer("a,b\n1,x\n2,y\n");

        Assert.StartsWith(
            "data.csv(4,3): error KILN1004: this field holds a NUL character",
            _folder.Error(() => _folder.Load(_folder.Csv("a,b\n1,x\n2,y\n3,z\0\n"), contract)));
    }

    [Fact]
    public void Latin_letters_are_located() => Assert.StartsWith(
        "data.csv(3,3): error KILN1004: this is not UTF-8 text",
        Error(Encoding.Latin1.GetBytes("a,b\n1,2\n3,Zürich\n")));

    [Fact]
    public void Unicode_of_16_bits_is_told() => Assert.StartsWith(
        "data.csv(1,1): error KILN1004: this is not UTF-8 text",
        Error([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,2\n")]));

    [Fact]
    public void A_spreadsheet_is_no_text()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open()))
            entry.Write("<workbook />");

        Assert.StartsWith("data.csv(1,", Error(stream.ToArray()));
        Assert.Contains("error KILN1004", Error(stream.ToArray()));
    }

    [Fact]
    public void A_packed_file_that_is_cut_off_is_told()
    {
        var random = new Random(1);
        var dataset = _folder.Packed("a,b\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},{random.Next()}\n")), "cut.csv.gz");
        var bytes = File.ReadAllBytes(dataset.Files[0]);
        File.WriteAllBytes(dataset.Files[0], bytes[..(bytes.Length / 2)]);

        Assert.StartsWith(
            "cut.csv.gz(1,1): error KILN1004: the gzip file is damaged or cut off",
            _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored)));
    }

    [Fact]
    public void A_packed_file_of_nothing_is_empty_and_one_of_nonsense_damaged()
    {
        Assert.StartsWith("data.csv(1,1): error KILN1002", _folder.Error(() => ContractInference.Infer(_folder.Packed("", "data.csv"), null, DataFolder.Ignored)));
        Assert.StartsWith("data.csv(1,1): error KILN1004: the gzip file is damaged", Error([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF, 0xFF, 7, 7, 7, 7, 7, 7]));
    }

    [Fact]
    public void A_file_that_another_program_holds_is_told()
    {
        var dataset = _folder.Csv("a,b\n1,2\n");
        using var holder = new FileStream(dataset.Files[0], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.StartsWith("data.csv(1,1): error KILN1004: the data file cannot be opened: ", _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
    }

    [Fact]
    public void A_packed_file_of_joined_parts_is_whole()
    {
        var first = File.ReadAllBytes(_folder.Packed("a,b\n1,2\n", "1.csv.gz").Files[0]);
        var second = File.ReadAllBytes(_folder.Packed("3,4\n5,6\n7,8\n", "2.csv.gz").Files[0]);

        Assert.Equal(4, ContractInference.Infer(_folder.Bytes([.. first, .. second], "joined.csv.gz"), null, DataFolder.Ignored).Rows);
        Assert.Contains("KILN1004", _folder.Error(() => ContractInference.Infer(_folder.Bytes([.. first, .. second[..^3]], "joined.csv.gz"), null, DataFolder.Ignored)));
    }

    [Fact]
    public void Files_of_one_dataset_need_one_header()
    {
        _folder.Csv("a,b\n1,2\n", "1.csv");
        _folder.Csv("b,c\n1,2\n", "2.csv");

        Assert.StartsWith(
            "2.csv(1,1): error KILN1004: the files of one dataset need the same columns, and compared with '1.csv' this one lacks 'a' and adds 'c'",
            _folder.Error(() => ContractInference.Infer(_folder.Dataset("data", "1.csv", "2.csv"), null, DataFolder.Ignored)));
    }

    /// <summary>Who mends one file wants to know of the next, and who named the wrong hundred does not want a hundred lines.</summary>
    [Fact]
    public void What_is_wrong_with_each_file_is_told_at_once()
    {
        string[] files = [.. Enumerable.Range(0, 15).Select(i => $"{i:00}.csv")];
        foreach (var file in files)
            _folder.Csv("a,b\n1,2\n", file);
        var dataset = _folder.Dataset("data", files);
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);
        foreach (var file in files[1..])
            _folder.Csv(file == "03.csv" ? "a,b\n\"open" : "a,b\n1,2\n1,2,3\n", file);

        foreach (var lines in new[] { _folder.Errors(() => ContractInference.Infer(dataset, null, DataFolder.Ignored)), _folder.Errors(() => _folder.Load(dataset, contract)) })
        {
            Assert.Equal(["01.csv(3,5)", "02.csv(3,5)", "03.csv(2,1)", .. Enumerable.Range(4, 7).Select(i => $"{i:00}.csv(3,5)")], lines.Take(10).Select(line => line[..line.IndexOf(':')]));
            Assert.Equal(["11.csv: error KILN1004: 4 files from this one on were not read, because 10 before cannot be; correct those first"], lines.Skip(10));
        }
    }

    [Fact]
    public void A_row_that_is_too_long_is_told_without_being_shown()
    {
        var dataset = _folder.Csv("a,b\n1,2\n3," + new string('x', 3_000_000) + "\n");

        var error = _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored));

        Assert.Equal(
            "data.csv(3,1): error KILN1004: this row is longer than 2 MB, which is the most that is read; close a quote that was left open, or shorten its fields",
            error);
    }

    string Error(byte[] content)
    {
        var dataset = _folder.Bytes(content);
        return _folder.Error(() => ContractInference.Infer(dataset, null, DataFolder.Ignored));
    }
}
