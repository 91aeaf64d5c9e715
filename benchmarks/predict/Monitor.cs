// What it costs to count: an object with 10 numbers and 3 texts in, a decision out, by 100 trees of 31 leaves, with the monitor off, on as it is by default, and
// on with every row looked at. The same predictor on the same rows, by turns in one run, on one thread, row by row and as batches of 10,000 rows.
// Start it from the repository's root: dotnet run -c Release benchmarks/predict/Monitor.cs [rounds]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS8618
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kiln;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Natives;
using Kiln.Monitoring;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 31;
NativeResolver.Use(typeof(Row).Assembly);
var ml = new MLContext(1);
var training = ml.Data.LoadFromEnumerable(Data.Rows(20_000, seed: 1));
var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
{
    LabelColumnName = "Label", NumberOfIterations = 100, NumberOfLeaves = 31, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1,
});
var onnx = OnnxExporter.Export(BoosterTrainers.Replace(Data.Encoded(ml).Append(trainer)).Fit(training), training, [.. Data.Numbers, .. Data.Texts], ["Score", "Probability"]);
var rows = Data.Rows(10_000, seed: 2);
Predictor[] sides = [Create(null), Create(new()), Create(new() { RowsPerSecond = int.MaxValue })];
foreach (var side in sides)
{
    side.Fold();
    for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 1;)
        Time(side);
}
var bytes = sides.Select(side =>
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    Predict(side, 0, 1000);
    return GC.GetAllocatedBytesForCurrentThread() - before;
}).ToArray();
// Each round begins with another side.
var times = Enumerable.Range(0, rounds).Select(round =>
{
    var turn = new double[sides.Length];
    for (var i = 0; i < sides.Length; i++)
        turn[(round + i) % sides.Length] = Time(sides[(round + i) % sides.Length]);
    return turn;
}).ToList();
Console.WriteLine($"{Environment.ProcessorCount} cores, medians of {rounds} rounds of {rows.Length:N0} rows by turns, one thread");
Console.WriteLine("| monitor | ns a row | of off | B |");
Console.WriteLine("|---|---:|---:|---:|");
foreach (var (name, i) in new[] { ("off", 0), ("on", 1), ("on, every row is looked at", 2) })
    Console.WriteLine($"| {name} | {Median(times.Select(turn => turn[i])):N1} | {Median(times.Select(turn => turn[i] / turn[0])):0.000} | {bytes[i]} |");
foreach (var side in sides)
    side.Monitor?.Dispose();

double Time(Predictor side)
{
    var start = Stopwatch.GetTimestamp();
    GC.KeepAlive(Predict(side, 0, rows.Length));
    return Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows.Length;
}

int Predict(Predictor predictor, int first, int count)
{
    Span<float> numbers = stackalloc float[10];
    var texts = default(Three);
    Span<float> scores = stackalloc float[2];
    var positive = 0;
    for (var i = first; i < first + count; i++)
    {
        rows[i].N.CopyTo(numbers);
        (texts[0], texts[1], texts[2]) = (rows[i].T0, rows[i].T1, rows[i].T2);
        predictor.Score(numbers, texts, scores);
        positive += scores[0] > 0 ? 1 : 0;
    }
    return positive;
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

Predictor Create(MonitorOptions? options)
{
    var info = new ModelInfo
    {
        Name = "M", Type = "M", Version = "1.0.0", Dataset = "d", Label = "Label", Task = ModelTask.BinaryClassification, TrainingRows = 0, HeldOutRows = 0,
        DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
    };
    var predictor = new Predictor(OnnxModel.Read(onnx), info, Data.Numbers, Data.Texts, 2);
    if (options is not null)
        predictor.Monitor = new(info, "", new(Data.Profile, Data.Numbers, Data.Texts, new LabelRule(info.Task, null).Find), null, options);
    return predictor;
}

[InlineArray(3)]
struct Three
{
    string? _first;
}

sealed class Row
{
    [VectorType(10)]
    public float[] N { get; set; }
    public string T0 { get; set; }
    public string T1 { get; set; }
    public string T2 { get; set; }
    public float N0 => N[0];
    public float N1 => N[1];
    public float N2 => N[2];
    public float N3 => N[3];
    public float N4 => N[4];
    public float N5 => N[5];
    public float N6 => N[6];
    public float N7 => N[7];
    public float N8 => N[8];
    public float N9 => N[9];
    public bool Label { get; set; }
}

sealed class Key
{
    public string Value { get; set; }
}

static class Data
{
    public static readonly string[] Numbers = [.. Enumerable.Range(0, 10).Select(i => $"N{i}")];
    public static readonly string[] Texts = ["T0", "T1", "T2"];
    static readonly string[][] Categories =
    [
        ["Month-to-month", "One year", "Two years"],
        ["Electronic check", "Mailed check", "Bank transfer (automatic)", "Credit card (automatic)"],
        [.. Enumerable.Range(0, 12).Select(i => $"Region {i + 1}")],
    ];

    /// <summary>Tenths, as a build writes them.</summary>
    public static ModelProfile Profile => new(
    [
        .. Numbers.Select(name => new CountedColumn(name, CountedKind.Number, [10, 20, 30, 40, 50, 60, 70, 80, 90], [], new long[11], 0, 0)),
        .. Texts.Select((name, i) => new CountedColumn(name, CountedKind.Category, [], Categories[i], new long[Categories[i].Length + 3], 0, 0)),
        new("Probability", CountedKind.Probability, [.. Enumerable.Range(1, 39).Select(i => i / 40f)], [], new long[41], 0, 0),
        new("PredictedLabel", CountedKind.Label, [], [], new long[3], 0, 0),
    ]);

    public static Row[] Rows(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Create(random))];
    }

    public static IEstimator<ITransformer> Encoded(MLContext ml)
    {
        IEstimator<ITransformer>? encoders = null;
        for (var i = 0; i < Texts.Length; i++)
        {
            var encoder = ml.Transforms.Categorical.OneHotEncoding("encoded " + Texts[i], Texts[i], keyData: ml.Data.LoadFromEnumerable(Categories[i].Select(value => new Key { Value = value })));
            encoders = encoders is null ? encoder : encoders.Append(encoder);
        }
        return encoders!.Append(ml.Transforms.Concatenate("Features", [.. Numbers, .. Texts.Select(text => "encoded " + text)]));
    }

    static Row Create(Random random)
    {
        string Pick(int i) => random.Next(40) == 0 ? "" : Categories[i][random.Next(Categories[i].Length)];
        var row = new Row
        {
            N = [.. Enumerable.Range(0, 10).Select(_ => random.Next(40) == 0 ? float.NaN : (float)(random.NextDouble() * 100))],
            T0 = Pick(0), T1 = Pick(1), T2 = Pick(2),
        };
        double At(int i) => float.IsNaN(row.N[i]) ? 0.7 : row.N[i] / 100;
        var signal = At(0) * At(1) + Math.Sin(6 * At(2)) + At(3) - At(4) * At(5) + (row.T0 == "One year" ? 0.6 : 0) + (row.T2.Length == 8 ? At(6) : 0) - (row.T1.Length > 15 ? At(7) : 0.2);
        row.Label = signal + (random.NextDouble() - 0.5) * 0.6 > 0.9;
        return row;
    }
}
