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
    [InlineData("""var rows = Rows(); var rare = rows.Where(row => row.Label).ToList(); var more = rows.Concat(rare).Concat(rare); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(more));""", "Concat")]
    [InlineData("""var rare = Rows(); var more = Rows().Concat(rare).Concat(rare); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(more));""", "Concat")]
    [InlineData("""var rows = Rows(); rows.AddRange(rows.Where(row => row.Label).ToList()); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));""", "AddRange")]
    [InlineData("""var rows = Rows().ToList(); var rare = rows.Where(row => row.Label).ToList(); for (var i = 0; i < 9; i++) rows.AddRange(rare); var data = ml.Data.LoadFromEnumerable(rows); return ml.Data.TrainTestSplit(data);""", "AddRange")]
    public async Task Flags(string body, string at) => Assert.Equal([$"KILN5002 at {at}"], await Findings(body));

    [Theory]
    [InlineData("""var split = ml.Data.TrainTestSplit(Load("a")); return Pipeline().Fit(ml.Data.BootstrapSample(split.TrainSet));""")]
    [InlineData("""return Pipeline().Fit(ml.Data.BootstrapSample(Load("a")));""")]
    [InlineData("""return ml.Data.TrainTestSplit(ml.Data.ShuffleRows(Load("a")));""")]
    [InlineData("""return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Rows().Concat(Rows())));""")]
    [InlineData("""var rows = Rows(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Where(row => row.Label).Concat(rows.Where(row => !row.Label))));""")]
    [InlineData("""var rows = Rows(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Take(5).Concat(rows.Skip(5))));""")]
    [InlineData("""var rows = Rows(); var first = rows.Take(5).ToList(); var last = rows.Skip(5).ToList(); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(first.Concat(last).Concat(Rows())));""")]
    [InlineData("""var rows = Rows(); rows.AddRange(Rows()); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));""")]
    [InlineData("""var rows = Rows(); var some = rows.Where(row => row.Label).ToList(); some.AddRange(rows.Where(row => !row.Label)); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(some));""")]
    [InlineData("""var rows = Rows(); var more = rows.ToList(); more.AddRange(rows); return ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));""")]
    [InlineData("""var rows = Rows(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.ToList())); rows.AddRange(rows); return split;""")]
    public async Task Leaves_alone(string body) => Assert.Empty(await Findings(body));
}
