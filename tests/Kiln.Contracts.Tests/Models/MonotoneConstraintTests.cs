using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

/// <summary>What is expected trains again only where the trainer is told of it.</summary>
public sealed class MonotoneConstraintTests
{
    static readonly string None = DefinitionFingerprint.Compute(Model([]));

    [Fact]
    public void A_direction_without_room_trains_again_in_any_order_and_for_any_reason()
    {
        Expectation income = new("income", Direction.Increasing), age = new("age", Direction.Decreasing);
        string[] all = [None, Of(income), Of(age), Of(income with { Monotone = Direction.Decreasing }), Of(income, age)];

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(Of(income, age), Of(age, income with { Because = "agreed" }));
    }

    [Theory]
    [InlineData("LightGbm", null, 0.1, null)]
    [InlineData("LightGbm", null, null, 0.9)]
    [InlineData("LightGbm", "a", null, null)]
    [InlineData("Linear", null, null, null)]
    public void What_only_measures_trains_nothing(string trainer, string? of, double? within, double? share) => Assert.Equal(
        DefinitionFingerprint.Compute(Model([], trainer)),
        DefinitionFingerprint.Compute(Model([new("income", Direction.Increasing, Class: of, Within: within, MinShare: share), new("name", Invariant: true)], trainer)));

    [Fact]
    public void A_pipeline_of_the_models_own_is_told_nothing() => Assert.Equal(
        DefinitionFingerprint.Compute(Model([], pipeline: new("f0", [], new("M.cs", 9, 9)))),
        DefinitionFingerprint.Compute(Model([new("income", Direction.Increasing)], pipeline: new("f0", [], new("M.cs", 9, 9)))));

    static string Of(params Expectation[] expectations) => DefinitionFingerprint.Compute(Model(expectations));

    static ModelDefinition Model(Expectation[] expectations, string trainer = "LightGbm", PipelineDefinition? pipeline = null) => new()
    {
        Name = "M", Type = "M", Dataset = "data", Label = "y", Trainer = trainer, Pipeline = pipeline, Location = new("M.cs", 1, 1),
        Expectations = [.. expectations.Select(expectation => new ModelExpectation(expectation, new("M.cs", 2, 2)))],
    };
}
