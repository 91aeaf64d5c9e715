using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Tests.Training.Trials;
using Kiln.Host.Training;

namespace Kiln.Host.Tests.Training;

public sealed class MonotoneConstraintTests
{
    /// <summary>A search may have found them before there was a constraint.</summary>
    [Fact]
    public void Each_tree_of_a_constrained_model_sees_all_features_whoever_says_the_settings()
    {
        var rows = TrialSet.Read(100, noise: 0.1);
        TunedSettings tuned = new(15, 0.05, 5, 0.8, 0.4, 1, false);
        double[] Shares(params Expectation[] expectations) => [.. new[] { null, tuned }.Select(settings => DefaultPipeline.Settings(Model(expectations), rows, rows.HoldOut.Training, settings).FeatureShare)];

        Assert.Equal([0.7, 0.4], Shares(new Expectation("x", Direction.Increasing, Within: 0.1)));
        Assert.Equal([1, 1], Shares(new Expectation("x", Direction.Increasing)));
    }

    static ModelDefinition Model(Expectation[] expectations) => new()
    {
        Name = "M", Type = "M", Dataset = "data", Label = "label", Features = ["x", "y"], Location = new("M.cs", 1, 1),
        Expectations = [.. expectations.Select(expectation => new ModelExpectation(expectation, new("M.cs", 2, 2)))],
    };
}
