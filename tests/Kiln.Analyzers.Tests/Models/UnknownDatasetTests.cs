using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class UnknownDatasetTests
{
    static readonly TestProject Project = StandIn.Project.Source("[Kiln.Model(\"chrun\", Label = \"y\", Version = \"1.0.0\")] partial class M;");

    [Fact]
    public async Task Flags_a_name_without_contract_and_suggests_the_nearest() => Assert.Equal(
        ["KILN0012 at \"chrun\": 'chrun' is not a dataset of this project (did you mean 'churn'?); name one of 'churn', 'penguins', or add <Dataset Include=\"…\" Name=\"chrun\" /> to the project and build, or correct an Include that matches no file"],
        await Project.Property("KilnDatasets", "|penguins|churn|").Findings());

    [Fact]
    public async Task Flags_a_model_in_a_project_without_datasets() => Assert.Equal(
        ["KILN0012 at \"chrun\": 'chrun' is not a dataset of this project; add <Dataset Include=\"…\" Name=\"chrun\" /> to the project and build, or correct an Include that matches no file"],
        await Project.Property("KilnDatasets", "||").Findings());

    [Theory]
    [InlineData("null!")]
    [InlineData("\"\"")]
    public async Task Flags_a_model_that_names_none_whatever_the_build_told(string argument) => Assert.Equal(
        [$"KILN0012 at {argument}: [Model] names no dataset, so there is nothing to train from; write the Name of a Dataset item (its file's name without extension, unless it says another)"],
        await StandIn.Project.Source($"[Kiln.Model({argument}, Label = \"y\", Version = \"1.0.0\")] partial class M;").Findings());

    [Fact]
    public async Task Is_silent_where_the_dataset_has_no_contract_yet() => Assert.Empty(await Project.Property("KilnDatasets", "|chrun|").Findings());

    [Fact]
    public async Task Is_silent_where_the_build_did_not_tell() => Assert.Empty(await Project.Findings());

    [Fact]
    public async Task Is_silent_where_the_contract_is_there_and_cannot_be_read() =>
        Assert.All(await Project.Contract("chrun", "{").Findings(), finding => Assert.StartsWith("KILN1005", finding));
}
