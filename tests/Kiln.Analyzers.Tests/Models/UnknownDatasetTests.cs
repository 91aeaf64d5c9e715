using Kiln.Generators.Tests.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class UnknownDatasetTests
{
    static readonly TestProject Project = StandIn.Project.Source("[Kiln.Model(\"chrun\", Label = \"y\", Version = \"1.0.0\")] partial class M;");

    [Fact]
    public async Task Flags_a_name_without_contract_and_suggests_the_nearest() => Assert.Equal(
        ["KILN0012 at \"chrun\": 'chrun' is no dataset of this project; did you mean 'churn'?; name one of 'churn', 'penguins', or add <Dataset Include=\"…\" Name=\"chrun\" /> to the project and build"],
        await Project.Contract("penguins", Columns.Number("y")).Contract("churn", Columns.Number("y")).Findings());

    [Fact]
    public async Task Is_silent_before_the_first_build_when_no_contract_is_there() => Assert.Empty(await Project.Findings());

    [Fact]
    public async Task Is_silent_where_the_contract_is_there_and_cannot_be_read() =>
        Assert.All(await Project.Contract("chrun", "{").Findings(), finding => Assert.StartsWith("KILN1005", finding));
}
