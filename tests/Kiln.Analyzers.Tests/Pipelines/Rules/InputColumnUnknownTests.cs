using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Pipelines.Rules;

public sealed class InputColumnUnknownTests
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

    [Theory]
    [InlineData("var a = ml.Transforms.NormalizeMinMax(\"Rooms\"); var b = a.Append(ml.Transforms.NormalizeMinMax(\"Roms\")); b.Fit(data);", "Roms")]
    [InlineData("IEstimator<ITransformer> p = ml.Transforms.DropColumns(\"Rooms\"); p = p.Append(ml.Transforms.NormalizeMinMax(\"Rooms\")); p.Fit(data);", "Rooms")]
    [InlineData("var trainer = ml.Regression.Trainers.Sdca(featureColumnName: \"F\"); ml.Transforms.Concatenate(\"G\", \"Rooms\").Append(trainer).Fit(data);", "F")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); ml.Transforms.NormalizeMinMax(\"Roms\").Fit(split.TrainSet);", "Roms")]
    [InlineData("ml.Regression.CrossValidate(data, ml.Transforms.NormalizeMinMax(\"Roms\"));", "Roms")]
    [InlineData("var once = ml.Transforms.NormalizeMinMax(\"R\", \"Rooms\").Fit(data).Transform(data); ml.Transforms.Concatenate(\"F\", \"R\", \"Q\").Fit(once);", "Q")]
    [InlineData("var options = new SdcaRegressionTrainer.Options(); options.FeatureColumnName = \"F\"; ml.Regression.Trainers.Sdca(options).Fit(data);", "F")]
    [InlineData("Scaled(\"Roms\").Append(Scaled(\"Area\")).Fit(data); IEstimator<ITransformer> Scaled(string name) => ml.Transforms.NormalizeMinMax(name);", "Roms")]
    [InlineData("var loader = ml.Data.CreateTextLoader(new[] { new TextLoader.Column(\"X\", DataKind.Single, 0), new TextLoader.Column(\"Y\", DataKind.String, 1, 3) }); ml.Transforms.NormalizeMinMax(\"X\").Append(ml.Transforms.CopyColumns(\"Z\", \"Q\")).Fit(loader.Load(path));", "Q")]
    [InlineData("IEstimator<ITransformer> p = path == \"\" ? ml.Transforms.CopyColumns(\"A\", \"Rooms\") : ml.Transforms.CopyColumns(\"B\", \"Rooms\"); p.Append(ml.Transforms.NormalizeMinMax(\"Q\")).Fit(data);", "Q")]
    [InlineData("IEstimator<ITransformer> p; if (path == \"\") p = ml.Transforms.CopyColumns(\"A\", \"Q\"); else p = ml.Transforms.CopyColumns(\"A\", \"Rooms\"); p.Fit(data);", "Q")]
    [InlineData("var rows = ml.Data.CreateTextLoader<House>().Load(path); ml.Transforms.NormalizeMinMax(\"Roms\").Fit(ml.Data.TakeRows(rows, 9));", "Roms")]
    public async Task Follows(string statements, string column) =>
        Assert.StartsWith($"no column is named '{column}' here", Assert.Single(await Findings(PipelineCode.Body(statements))).Split(": ", 2)[1]);

    [Theory]
    [InlineData("IEstimator<ITransformer> p = ml.Transforms.CopyColumns(\"A\", \"Rooms\"); foreach (var name in path.Split(',')) p = p.Append(ml.Transforms.NormalizeMinMax(name)); p.Append(ml.Transforms.NormalizeMinMax(\"B\")).Fit(data);")]
    [InlineData("Do(ml.Transforms.NormalizeMinMax(\"B\")); void Do(IEstimator<ITransformer> step) { }")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"B\").Fit(ml.Model.Load(path, out _).Transform(data));")]
    [InlineData("IEstimator<ITransformer> p = ml.Transforms.CopyColumns(\"A\", \"Rooms\"); if (path == \"\") p = p.Append(ml.Transforms.CopyColumns(\"B\", \"A\")); p.Append(ml.Transforms.NormalizeMinMax(\"B\")).Fit(data);")]
    [InlineData("IEstimator<ITransformer> p = path == \"\" ? ml.Transforms.CopyColumns(\"B\", \"Rooms\") : ml.Transforms.CopyColumns(\"C\", \"Rooms\"); p.Append(ml.Transforms.NormalizeMinMax(\"B\")).Fit(data);")]
    [InlineData("ml.Transforms.CustomMapping<House, House>((a, b) => { }, null).Append(ml.Transforms.NormalizeMinMax(\"B\")).Fit(data);")]
    public async Task Is_silent_where_columns_are_not_known(string statements) => Assert.Empty(await Findings(PipelineCode.Body(statements)));

    [Fact]
    public async Task The_fix_names_the_nearest_column() => Assert.Contains(
        "ml.Transforms.Concatenate(\"F\", \"Rooms\", \"Area\")",
        await PipelineCode.Fit("ml.Transforms.Concatenate(\"F\", \"Roms\", \"Area\")").Fixed("KILN2001"));

    [Fact]
    public async Task No_fix_is_offered_for_a_name_that_comes_from_elsewhere() => Assert.Empty(
        await PipelineCode.Body("var name = \"Roms\"; ml.Transforms.NormalizeMinMax(name).Fit(data);").Offered("KILN2001"));
}
