namespace Kiln.Analyzers.Tests.Leakage;

public sealed class OversampledBeforeSplitTests
{
    static Task<string[]> Findings(string body) => MachineLearningProject.With($$"""
        internal static List<Row> Rows() => [];
        static object M() { {{body}} }
        """).FindingsOf("KILN5002");

    [Theory]
    [InlineData("""return ml.Data.TrainTestSplit(ml.Data.BootstrapSample(Load("a")));""", "BootstrapSample")]
    [InlineData("""var data = ml.Data.BootstrapSample(Load("a")); return ml.BinaryClassification.CrossValidate(ml.Data.ShuffleRows(data), Pipeline());""", "BootstrapSample")]
    [InlineData("""var rows = Rows(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Concat(rows)));""", "Concat")]
    [InlineData("""var rows = Rows(); var rare = rows.Where(row => row.Label).ToList(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Concat(rare).Concat(rare)));""", "Concat")]
    [InlineData("""var rows = Rows(); var more = rows.Concat(rows.Where(row => row.Label)).ToList(); var data = ml.Data.LoadFromEnumerable(more); return ml.Data.TrainTestSplit(data);""", "Concat")]
    public async Task Flags(string body, string at) => Assert.Equal([$"KILN5002 at {at}"], await Findings(body));

    [Theory]
    [InlineData("""var split = ml.Data.TrainTestSplit(Load("a")); return Pipeline().Fit(ml.Data.BootstrapSample(split.TrainSet));""")]
    [InlineData("""return Pipeline().Fit(ml.Data.BootstrapSample(Load("a")));""")]
    [InlineData("""return ml.Data.TrainTestSplit(ml.Data.ShuffleRows(Load("a")));""")]
    [InlineData("""return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Rows().Concat(Rows())));""")]
    [InlineData("""var rows = Rows(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Where(row => row.Label).Concat(rows.Where(row => !row.Label))));""")]
    [InlineData("""var rows = Rows(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Take(5).Concat(rows.Skip(5))));""")]
    public async Task Leaves_alone(string body) => Assert.Empty(await Findings(body));
}
