using System.Text.RegularExpressions;
using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Loading;

public partial class SingleValueTests
{
    [Fact]
    public void Data_is_what_a_model_allows_as_input()
    {
        using var folder = new DataFolder();
        var cases = SingleValues.Cases;
        var csv = string.Join(',', cases.Select(c => c.Column.Name)) + "\n" + string.Join(',', cases.Select(c => c.Text)) + "\n";
        var contract = new DataContract { Dataset = "data", Columns = [.. cases.Select(c => c.Column)] };

        var errors = folder.Errors(() => folder.Load(folder.Csv(csv), contract));

        Assert.Equal(cases.Where(c => c.Rule is not null).Select(c => $"{c.Column.Name} {c.Rule}").Order(), errors.Select(Told).Order());
    }

    static string Told(string error) => Column().Match(error).Groups[1].Value + " " + (error.Contains("has no value") ? "nullable" : Rule().Match(error).Groups[1].Value);

    [GeneratedRegex("column '(c[0-9]+)'")]
    private static partial Regex Column();

    [GeneratedRegex("the \"(min|max|values|minLength|maxLength|pattern)\"")]
    private static partial Regex Rule();
}
