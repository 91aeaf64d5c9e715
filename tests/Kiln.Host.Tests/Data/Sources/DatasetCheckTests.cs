using Kiln.Host.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

public sealed class DatasetCheckTests : IDisposable
{
    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <!-- <Dataset Include="data.csv" /> -->
          <ItemGroup>
            <Dataset Include="other.csv" /> <Dataset Name="x" Include="data\sales.csv" />
            <Dataset
              Include="same.csv" /><Dataset Include="same.csv" />
            <Dataset Include="$(Folder)one.csv;two.csv" />
          </ItemGroup>
        </Project>
        """;

    readonly DataFolder _folder = new();

    public DatasetCheckTests() => File.WriteAllText(_folder.Project, Project);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("other.csv", 4, 5)]
    [InlineData("data/sales.csv", 4, 37)]
    [InlineData("same.csv", 5, 5)]
    [InlineData("two.csv", 7, 5)]
    [InlineData("unknown.csv", 1, 1)]
    public void A_missing_file_is_told_at_its_element(string include, int line, int column)
    {
        var dataset = _folder.Dataset("sales", "none.csv") with { Include = include };

        Assert.Equal(
            $"App.csproj({line},{column}): error KILN1001: the data file 'none.csv' of dataset 'sales' does not exist; correct the path in Include, or put the file there",
            _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
    }

    [Fact]
    public void No_file_at_all_is_told_too()
    {
        var dataset = _folder.Dataset("sales", "x") with { Include = "other.csv", Files = [] };

        Assert.StartsWith("App.csproj(4,5): error KILN1001: no file matches 'other.csv'", _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
    }

    [Fact]
    public void Something_else_than_a_project_is_no_problem()
    {
        var dataset = _folder.Dataset("sales", "none.csv");

        File.WriteAllText(_folder.Project, "no xml");
        Assert.StartsWith("App.csproj(1,1): error KILN1001", _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
        File.Delete(_folder.Project);
        Assert.StartsWith("App.csproj(1,1): error KILN1001", _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
    }

    [Theory]
    [InlineData("other.csv", "data/sales.csv", 4, 37)]
    [InlineData("same.csv", "same.csv", 6, 28)]
    public void Two_datasets_of_one_name_are_told_at_the_second(string first, string second, int line, int column)
    {
        var one = _folder.Csv("a\n1\n") with { Include = first };
        var two = one with { Name = "DATA", Include = second };

        var problem = Assert.Single(DatasetCheck.Check([one, two]));

        Assert.Equal(("KILN0010", line, column), (problem.Id, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("../churn", '/')]
    [InlineData("a\\b", '\\')]
    [InlineData("a|b", '|')]
    [InlineData("a;b", ';')]
    [InlineData("c:churn", ':')]
    public void A_name_that_cannot_name_a_contract_is_told_at_its_element(string name, char guilty)
    {
        var dataset = _folder.Csv("a\n1\n") with { Name = name, Include = "data/sales.csv" };

        Assert.Equal(
            $"App.csproj(4,37): error KILN0020: '{name}' cannot be a dataset's name, because its contract is a file of that name "
            + $"and '{guilty}' does not belong in one; give the item another Name",
            _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
    }

    [Fact]
    public void No_name_is_told_too() => Assert.Equal(
        "App.csproj(1,1): error KILN0020: a dataset without a name has no contract; give the item a Name",
        _folder.Error(() => DatasetCheck.ThrowIfUnreadable([_folder.Csv("a\n1\n") with { Name = "" }])));

    [Fact]
    public void A_folder_is_told_to_be_one()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "data"));
        var dataset = _folder.Dataset("", "data") with { Include = "data/" };

        Assert.Equal(
            "App.csproj(1,1): error KILN1001: 'data' is a folder, and a dataset is made of files; write Include=\"data/*.csv\" with a Name, or name one file",
            _folder.Error(() => DatasetCheck.ThrowIfUnreadable([dataset])));
    }

    [Fact]
    public void Good_datasets_have_no_problem() =>
        Assert.Empty(DatasetCheck.Check([_folder.Csv("a\n1\n"), _folder.Csv("a\n1\n", "b.csv") with { Name = "Größe 2.1 (b)" }]));
}
