// What it costs to say why: the contributions of 13 columns to a score, by trees of up to 31 leaves. Kiln's Attribution, of which 0 B are to be allocated, beside
// LightGBM's pred_contrib of a single row through its C interface, on the same model and the same rows, by turns in one run, on one thread. LightGBM gets its
// rows encoded, with each category one feature, so both divide among the same 13 columns; before anything is timed, all contributions are compared.
// Start it from the repository's root: dotnet run -c Release benchmarks/predict/Explain.cs [rounds]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
#:property AllowUnsafeBlocks=true
#:property NoWarn=$(NoWarn);CS8618
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Kiln.Host.Natives;
using Kiln.Onnx;
using Kiln.Onnx.Explanations;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 15;
NativeResolver.Use(typeof(Row).Assembly);
Console.WriteLine($"{Environment.ProcessorCount} cores, medians of {rounds} rounds by turns, one thread");
Console.WriteLine("| model | Kiln, ns | LightGBM, ns | of LightGBM's | Kiln, B | largest difference |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|");
Measure("100 trees of 31 leaves", 100, 31);
Measure("10 trees of 31 leaves", 10, 31);
Measure("500 trees of 31 leaves", 500, 31);
Measure("100 trees of 255 leaves", 100, 255);

void Measure(string name, int trees, int leaves)
{
    var ml = new MLContext(1);
    var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
    {
        LabelColumnName = "Label", NumberOfIterations = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1, UseCategoricalSplit = true,
    });
    var training = ml.Data.LoadFromEnumerable(Data.Rows(20_000, seed: 1));
    var model = BoosterTrainers.Replace(Data.Encoded(ml).Append(trainer)).Fit(training);
    var onnx = OnnxExporter.Export(model, training, [.. Data.Numbers, .. Data.Texts], ["Score", "Probability"]);
    var rows = Data.Rows(500, seed: 2);
    var attribution = new Attribution(OnnxModel.Read(onnx), Data.Numbers, Data.Texts, [.. Data.Numbers, .. Data.Texts]);
    var native = Native.Create(PipelineStep.List(model, ml.Data.LoadFromEnumerable(rows)));
    var numbers = rows.Select(row => row.N).ToArray();
    var texts = rows.Select(row => new[] { row.T0, row.T1, row.T2 }).ToArray();
    var shares = new double[13];

    double Kiln(int row) => attribution.Divide(numbers[row], texts[row], 0, shares);
    var difference = 0.0;
    for (var i = 0; i < rows.Length; i++)
    {
        Kiln(i);
        var theirs = native.Explain(i);
        for (var column = 0; column < 13; column++)
            difference = Math.Max(difference, Math.Abs(shares[column] - theirs[column]));
        difference = Math.Max(difference, Math.Abs(attribution.Mean(0) - theirs[13]));
    }
    Func<int, double>[] sides = [Kiln, row => native.Explain(row)[0]];
    foreach (var side in sides)
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 0.5;)
            Time(rows.Length, side);
    var before = GC.GetAllocatedBytesForCurrentThread();
    for (var i = 0; i < rows.Length; i++)
        Kiln(i);
    var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / rows.Length;
    var times = Enumerable.Range(0, rounds).Select(_ => sides.Select(side => Time(rows.Length, side)).ToArray()).ToList();
    Console.WriteLine($"| {name} | {Median(times.Select(t => t[0])):N0} | {Median(times.Select(t => t[1])):N0} | {Median(times.Select(t => t[1] / t[0])):0.0} | {bytes:0} | {difference:0.0e+0} |");
}

static double Time(int rows, Func<int, double> explain)
{
    var sum = 0.0;
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < rows; i++)
        sum += explain(i);
    var elapsed = Stopwatch.GetElapsedTime(start);
    GC.KeepAlive(sum);
    return elapsed.TotalNanoseconds / rows;
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

/// <summary>LightGBM's fastest way to explain one row, which is encoded already.</summary>
sealed partial class Native(nint config, float[][] rows)
{
    const int Contributions = 3;

    readonly double[] _results = new double[rows[0].Length + 1];

    public static Native Create(List<PipelineStep> steps)
    {
        var step = steps.First(step => EnsembleFinder.Find(step.Model).Any());
        var booster = BoosterTable.Find(EnsembleFinder.Find(step.Model).First())!.Value.Booster;
        LightGbmLibrary.Check(LightGbmLibrary.Load(booster.Text, out _, out var handle));
        var width = BoosterText.Features(booster.Text);
        var rows = step.Source.GetColumn<VBuffer<float>>(step.FeatureColumn!).Select(row =>
        {
            var features = new float[width];
            booster.TryWriteFeatures([.. row.DenseValues()], features);
            return features;
        }).ToArray();
        LightGbmLibrary.Check(Init(handle, Contributions, 0, -1, LightGbmLibrary.Float32, width, "num_threads=1", out var config));
        return new(config, rows);
    }

    public double[] Explain(int row)
    {
        LightGbmLibrary.Check(Run(config, rows[row], out _, _results));
        return _results;
    }

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterPredictForMatSingleRowFastInit", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Init(nint booster, int what, int firstIteration, int iterations, int type, int columns, string parameters, out nint config);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterPredictForMatSingleRowFast")]
    private static partial int Run(nint config, ReadOnlySpan<float> row, out long length, Span<double> results);
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
            var keys = ml.Data.LoadFromEnumerable(Categories[i].Select(value => new Key { Value = value }));
            var encoder = ml.Transforms.Categorical.OneHotEncoding("encoded " + Texts[i], Texts[i], keyData: keys);
            encoders = encoders is null ? encoder : encoders.Append(encoder);
        }
        return encoders!.Append(ml.Transforms.Concatenate("Features", [.. Numbers, .. Texts.Select(text => "encoded " + text)]));
    }

    static Row Create(Random random)
    {
        float Next() => random.Next(40) == 0 ? float.NaN : (float)(random.NextDouble() * 100);
        string Pick(int i) => random.Next(40) == 0 ? "" : Categories[i][random.Next(Categories[i].Length)];
        var row = new Row { N = [.. Enumerable.Range(0, 10).Select(_ => Next())], T0 = Pick(0), T1 = Pick(1), T2 = Pick(2) };
        double Of(int i) => float.IsNaN(row.N[i]) ? 30 : row.N[i];
        var signal = Of(0) * Of(1) / 2_500 + Math.Sin(Of(2) / 10) + Of(3) / 100 - Of(4) * Of(5) / 5_000 + (row.T0 == "One year" ? 1 : 0) + row.T2.Length % 3 * 0.5;
        row.Label = signal + random.NextDouble() > 2.2;
        return row;
    }

    sealed class Key
    {
        public string Value { get; set; }
    }
}
