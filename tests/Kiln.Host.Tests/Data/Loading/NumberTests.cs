using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Loading;

/// <summary>Numbers in a table are what the file says, or an error.</summary>
public sealed class NumberTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("16777216", "16777217", "16777219")]
    [InlineData("20240101", "20240102", "20240103")]
    [InlineData("1735689600", "1735689601", "1735689602")]
    [InlineData("1735689600.25", "1735689600.5", "1735689601.125")]
    [InlineData("9007199254740991", "-9007199254740991", "9007199254740990")]
    [InlineData("0.1", "123456789.123456789", "1e-50")]
    [InlineData("3.4028234663852886e38", "-3.4e38", "1e-400")]
    public void They_are_kept_in_double_precision(params string[] texts)
    {
        var dataset = _folder.Csv("n,y\n" + string.Concat(texts.Select(text => $"{text},x\n")) + "7,y\n");
        var table = _folder.Load(dataset, ContractInference.Infer(dataset, null, DataFolder.NoWarning));

        Assert.Equal([.. texts.Select(double.Parse), 7], Assert.IsType<NumberColumn>(table["n"]).Values);
    }

    [Theory]
    [InlineData("1e39")]
    [InlineData("-1e39")]
    [InlineData("3.4028236e38")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e99999999999")]
    public void One_that_no_model_can_compute_with_is_an_error_at_its_cell(string text)
    {
        var dataset = _folder.Csv($"y,n\n1,2.5\n2,{text}\n3,3.5\n4,{text}\n");

        Assert.Equal(
            $"data.csv(3,3): error KILN1026: '{text}' in column 'n' is beyond the single precision that models compute in, whose largest number is 3.4e38 "
            + "(the first of 2 rows, 50 %); correct it, write the column in a larger unit, or, if it means that the value is missing, add it to "
            + "\"missing\" in 'data.schema.json'",
            _folder.Errors(() => _folder.Load(dataset, ContractInference.Infer(dataset, null, DataFolder.NoWarning)))[0]);
    }

    [Fact]
    public void One_of_four_hundred_digits_is_an_error_in_a_column_of_whole_numbers()
    {
        var contract = _folder.Infer("n,y\n1,2\n5,4\n9,3\n");
        var error = _folder.Error(() => _folder.Load(_folder.Csv($"n,y\n1,2\n{new string('9', 400)},4\n"), contract));

        Assert.StartsWith("data.csv(3,1): error KILN1026: '999", error);
        Assert.InRange(error.Length, 100, 500);
    }

    [Fact]
    public void A_column_of_nothing_else_is_no_column_of_numbers()
    {
        var column = _folder.InferColumn("a,n\n1,1e400\n2,1e401\n3,1e402\n");

        Assert.Equal(ColumnType.Text, column.Type);
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1735689600123456789", "1735689600123456789")]
    [InlineData("1735689600000000000", null)]
    [InlineData("9007199254740992", null)]
    public void The_first_that_a_double_cannot_hold_is_known(string text, string? inexact)
    {
        var contract = _folder.Infer("n,y\n1,2\n5,4\n9,3\n");
        var table = _folder.Load(_folder.Csv($"n,y\n1,2\n{text},4\n{text},4\n"), contract);

        Assert.Equal(inexact, Assert.IsType<NumberColumn>(table["n"]).Inexact);
    }

    [Fact]
    public void A_file_that_adds_nothing_is_told()
    {
        _folder.Csv("a,b\n1,x\n2,y\n4,x\n8,y\n", "1.csv");
        _folder.Csv("b,a\n", "2.csv");
        _folder.Csv("a,b,1,x,2,y,4,x,8,y", "3.csv");
        var warnings = new List<Diagnostic>();
        var contract = ContractInference.Infer(_folder.Csv("a,b\n1,x\n2,y\n4,x\n8,y\n"), null, DataFolder.NoWarning);

        var table = TableLoader.Load(_folder.Dataset("data", "1.csv", "2.csv", "3.csv"), contract, null, warnings.Add);

        Assert.Equal(4, table.Rows);
        Assert.Equal(["2.csv", "3.csv"], warnings.Where(warning => warning.Id == "KILN1003").Select(warning => Path.GetFileName(warning.File)));
        Assert.All(warnings, warning => Assert.True(warning.IsWarning));
    }
}
