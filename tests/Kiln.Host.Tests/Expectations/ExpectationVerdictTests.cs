using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Host.Expectations;

namespace Kiln.Host.Tests.Expectations;

public sealed class ExpectationVerdictTests
{
    [Theory]
    [InlineData("LightGbm", false, null, "this is a bug in Kiln, not of the project or its data, for LightGBM was told to keep it: report it with this message; until it is fixed, allow a tendency with Within or MinShare")]
    [InlineData("LightGbm", false, 0.9, "leave out Within and MinShare, so that the default trainer keeps it by construction, or allow more")]
    [InlineData("Linear", false, null, "use Trainer = Trainer.LightGbm, which keeps it by construction, or allow a tendency with Within or MinShare")]
    [InlineData("Linear", false, 0.9, "use Trainer = Trainer.LightGbm, which keeps it by construction without Within and MinShare, or allow more with Within or MinShare")]
    [InlineData("LightGbm", true, null, "remove the method Pipeline, for the default one keeps it by construction, or constrain its trainer, or allow a tendency with Within or MinShare")]
    [InlineData("LightGbm", true, 0.9, "remove the method Pipeline, for the default one keeps it by construction without Within and MinShare, or constrain its trainer, or allow more with Within or MinShare")]
    public void What_is_missed_is_told_with_what_this_model_can_do_about_it(string trainer, bool isOwn, double? share, string remedy)
    {
        var expectation = new Expectation("x", Direction.Increasing, MinShare: share);
        var model = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = "data", Label = "y", Trainer = trainer, Pipeline = isOwn ? new("f0", [], new("M.cs", 9, 9)) : null, Location = new("M.cs", 1, 1),
            Expectations = [new(expectation, new("M.cs", 2, 2))],
        };

        var missed = Assert.Single(ExpectationVerdict.Check(model, [new(new(expectation.Measured, 10, 5, 0.1), null)], "/project"));

        Assert.EndsWith($"; nothing was published: {remedy}", missed.Message);
    }
}
