using Kiln.Generators.Tests.Testing;

namespace Kiln.Analyzers.Tests.Pipelines.Rules;

public sealed class UnknownColumnTests
{
    static Task<string[]> Findings(TestProject project) => project.FindingsOf("KILN2001", "KILN2002");

    [Theory]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Roms\")", "\"Roms\"", "no column is named 'Roms' here, so Fit will throw; did you mean 'Rooms'?")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"R\", \"rooms\")", "\"rooms\"", "no column is named 'rooms' here, so Fit will throw; did you mean 'Rooms'?")]
    [InlineData("ml.Transforms.NormalizeMinMax(new[] { new InputOutputColumnPair(\"Rooms\"), new InputOutputColumnPair(\"A\", \"Aera\") })", "\"Aera\"", "no column is named 'Aera' here, so Fit will throw; did you mean 'Area'?")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\", \"Bath\")", "\"Bath\"", "no column is named 'Bath' here, so Fit will throw; there are 'Area', 'Label', 'Rooms', 'Sold', 'Town', 'Year'")]
    [InlineData("ml.Transforms.Concatenate(\"F\", nameof(House.Price))", "nameof(House.Price)", "no column is named 'Price' here, so Fit will throw; there are 'Area', 'Label', 'Rooms', 'Sold', 'Town', 'Year'")]
    [InlineData("ml.Transforms.DropColumns(\"Rooms\").Append(ml.Transforms.NormalizeMinMax(\"Rooms\"))", "\"Rooms\"", "no column is named 'Rooms' here, so Fit will throw; there are 'Area', 'Label', 'Sold', 'Town', 'Year'")]
    [InlineData("ml.Transforms.SelectColumns(\"Rooms\").Append(ml.Transforms.NormalizeMinMax(\"Area\"))", "\"Area\"", "no column is named 'Area' here, so Fit will throw; there are 'Rooms'")]
    [InlineData("ml.Regression.Trainers.Sdca()", "Sdca", "no column is named 'Features' here, the default, so Fit will throw; there are 'Area', 'Label', 'Rooms', 'Sold', 'Town', 'Year'")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.Sdca(\"Lable\"))", "\"Lable\"", "no column is named 'Lable' here, so Fit will throw; did you mean 'Label'?")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { FeatureColumnName = \"Featres\" }))", "\"Featres\"", "no column is named 'Featres' here, so Fit will throw; did you mean 'Features'?")]
    public async Task Flags(string estimator, string marked, string message) =>
        Assert.Equal([$"KILN2001 at {marked}: {message}"], await Findings(PipelineCode.Fit(estimator)));

    [Theory]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Rooms\")")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"R\", \"Rooms\").Append(ml.Transforms.Concatenate(\"Features\", \"R\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").Append(ml.Regression.Trainers.Sdca()).Append(ml.Transforms.CopyColumns(\"S\", \"Score\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Rooms\").AppendCacheCheckpoint(ml).Append(ml.Regression.Trainers.LightGbm())")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", new[] { \"Rooms\" }.Where(name => name != path).ToArray()).Append(ml.Regression.Trainers.Sdca())")]
    [InlineData("ml.Transforms.Concatenate(path, \"Rooms\").Append(ml.Regression.Trainers.Sdca())")]
    public async Task Leaves_alone(string estimator) => Assert.Empty(await Findings(PipelineCode.Fit(estimator)));
}
