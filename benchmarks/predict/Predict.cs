// What one prediction costs: an object with 10 numbers and 3 texts in, a decision out. Kiln's predictor, ML.NET's PredictionEngine and ONNX
// Runtime on the same models, by turns in one run, on one thread. ONNX Runtime gets its rows as tensors that exist already. Before it is
// timed every side predicts every row, and the labels are counted that differ from ML.NET's.
// Start it from the repository's root: dotnet run -c Release benchmarks/predict/Predict.cs [rounds] [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS8618
using System.Diagnostics;
using System.Globalization;
using Kiln;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Natives;
using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 15;
var bits = Enum.TryParse<MaskBits>(Environment.GetEnvironmentVariable("BITS"), out var asked) ? asked : (MaskBits?)null;
var only = args.Length > 1 ? args[1..] : null;
NativeResolver.Use(typeof(InferenceSession).Assembly);

Console.WriteLine($"{Environment.ProcessorCount} cores, medians of {rounds} rounds by turns, one thread");
Console.WriteLine("| model | Kiln, ns | PredictionEngine, ns | ONNX Runtime, ns | of PredictionEngine's | of ONNX Runtime's | Kiln, B | other labels |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
Binary("100 trees of 31 leaves", 100, 31);
Binary("500 trees of 31 leaves", 500, 31);
Binary("100 trees of 255 leaves", 100, 255);
Classes("3 classes, 100 trees each", 100, 31);
Linear("linear, 13 columns");

void Binary(string name, int trees, int leaves)
{
    if (only is not null && !only.Contains(name))
        return;
    var ml = new MLContext(1);
    var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
    {
        LabelColumnName = "Label", NumberOfIterations = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1,
    });
    Measure(name, ml, BoosterTrainers.Replace(Data.Encoded(ml).Append(trainer)), ["Score", "Probability"], (BinaryAnswer answer) => answer.PredictedLabel ? 1 : 0, scores => scores[0] > 0 ? 1 : 0);
}

void Classes(string name, int trees, int leaves)
{
    if (only is not null && !only.Contains(name))
        return;
    var ml = new MLContext(1);
    var trainer = ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
    {
        LabelColumnName = "Key", NumberOfIterations = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = 5, NumberOfThreads = 1, UseSoftmax = true,
    });
    var pipeline = ml.Transforms.Conversion.MapValueToKey("Key", nameof(Row.Class), keyData: Data.Keys(ml, Data.Classes)).Append(Data.Encoded(ml)).Append(trainer);
    Measure(name, ml, BoosterTrainers.Replace(pipeline), ["Score"], (ClassAnswer answer) => Largest(answer.Score), scores => Largest(scores));
}

void Linear(string name)
{
    if (only is not null && !only.Contains(name))
        return;
    var ml = new MLContext(1);
    var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { LabelColumnName = "Label", NumberOfThreads = 1 });
    var pipeline = ml.Transforms.ReplaceMissingValues([.. Data.Numbers.Select(column => new InputOutputColumnPair(column))]).Append(Data.Encoded(ml)).Append(ml.Transforms.NormalizeMinMax("Features")).Append(trainer);
    Measure(name, ml, pipeline, ["Score", "Probability"], (BinaryAnswer answer) => answer.PredictedLabel ? 1 : 0, scores => scores[0] > 0 ? 1 : 0);
}

void Measure<TAnswer>(string name, MLContext ml, IEstimator<ITransformer> pipeline, string[] outputs, Func<TAnswer, int> answered, Decide decide) where TAnswer : class, new()
{
    var training = ml.Data.LoadFromEnumerable(Data.Rows(20_000, seed: 1));
    var model = pipeline.Fit(training);
    var onnx = OnnxExporter.Export(model, training, Data.Inputs, outputs);
    var (typed, rows) = (Data.Rows(2_000, seed: 2), Data.Inputs.Length);

    var engine = ml.Model.CreatePredictionEngine<Row, TAnswer>(model);
    var answer = new TAnswer();
    int Engine(Row row)
    {
        engine.Predict(row, ref answer);
        return answered(answer);
    }

    var predictor = new Predictor(OnnxModel.Read(onnx), Data.Info, Data.Numbers, Data.Texts, outputs.Length == 2 ? 2 : 3);
    var count = predictor.ScoreCount;
    int Kiln(Row row)
    {
        Span<float> numbers = stackalloc float[10];
        var texts = default(Three);
        Span<float> scores = stackalloc float[count];
        (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]) = (row.N0, row.N1, row.N2, row.N3, row.N4);
        (numbers[5], numbers[6], numbers[7], numbers[8], numbers[9]) = (row.N5, row.N6, row.N7, row.N8, row.N9);
        (texts[0], texts[1], texts[2]) = (row.T0, row.T1, row.T2);
        predictor.Score(numbers, texts, scores);
        return decide(scores);
    }

    using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    using var session = new InferenceSession(onnx, options);
    using var run = new RunOptions();
    var names = session.OutputNames.ToArray();
    var tensors = typed.Select(Tensors).ToArray();
    int Runtime(int row)
    {
        using var results = session.Run(run, Data.Inputs, tensors[row], names);
        return decide(results.Count == 2 ? [results[0].GetTensorDataAsSpan<float>()[0]] : results[0].GetTensorDataAsSpan<float>());
    }

    var expected = typed.Select(Engine).ToArray();
    var wrong = typed.Where((row, i) => Kiln(row) != expected[i]).Count();
    // Long enough for the runtime's last tier.
    for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 1.5;)
        Time(typed.Length, 1, i => Kiln(typed[i]) + Engine(typed[i]) + Runtime(i));
    var (kilns, engines, runtimes) = (new List<double>(), new List<double>(), new List<double>());
    var bytes = 0.0;
    for (var round = -1; round < rounds; round++)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var kiln = Time(typed.Length, 5, i => Kiln(typed[i]));
        bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (5.0 * typed.Length);
        var mlnet = Time(typed.Length, 1, i => Engine(typed[i]));
        var ort = Time(typed.Length, 1, Runtime);
        if (round < 0)
            continue;
        kilns.Add(kiln);
        engines.Add(mlnet);
        runtimes.Add(ort);
    }
    var (ours, theirs, runtime) = (Median(kilns), Median(engines), Median(runtimes));
    Console.WriteLine($"| {name} | {ours:N0} | {theirs:N0} | {runtime:N0} | {theirs / ours:0.0} | {runtime / ours:0.0} | {bytes:0} | {wrong} |");
    foreach (var tensor in tensors.SelectMany(row => row))
        tensor.Dispose();
}

static OrtValue[] Tensors(Row row)
{
    var values = Data.Numbers.Select((_, i) => OrtValue.CreateTensorValueFromMemory([row.Number(i)], [1L, 1L])).ToList();
    foreach (var text in new[] { row.T0, row.T1, row.T2 })
    {
        var value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, [1, 1]);
        value.StringTensorSetElementAt(text, 0);
        values.Add(value);
    }
    return [.. values];
}

static double Time(int rows, int repeats, Func<int, int> predict)
{
    var sum = 0;
    var start = Stopwatch.GetTimestamp();
    for (var repeat = 0; repeat < repeats; repeat++)
        for (var i = 0; i < rows; i++)
            sum += predict(i);
    var elapsed = Stopwatch.GetElapsedTime(start);
    GC.KeepAlive(sum);
    return elapsed.TotalNanoseconds / rows / repeats;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static int Largest(ReadOnlySpan<float> scores)
{
    var best = 0;
    for (var i = 1; i < scores.Length; i++)
        best = scores[i] > scores[best] ? i : best;
    return best;
}

delegate int Decide(ReadOnlySpan<float> scores);

[System.Runtime.CompilerServices.InlineArray(3)]
struct Three
{
    string? _first;
}

sealed class BinaryAnswer
{
    public bool PredictedLabel { get; set; }
    public float Score { get; set; }
    public float Probability { get; set; }
}

sealed class ClassAnswer
{
    public float[] Score { get; set; }
}

sealed class Row
{
    public float N0 { get; set; }
    public float N1 { get; set; }
    public float N2 { get; set; }
    public float N3 { get; set; }
    public float N4 { get; set; }
    public float N5 { get; set; }
    public float N6 { get; set; }
    public float N7 { get; set; }
    public float N8 { get; set; }
    public float N9 { get; set; }
    public string T0 { get; set; }
    public string T1 { get; set; }
    public string T2 { get; set; }
    public bool Label { get; set; }
    public string Class { get; set; }

    public float Number(int i) => i switch { 0 => N0, 1 => N1, 2 => N2, 3 => N3, 4 => N4, 5 => N5, 6 => N6, 7 => N7, 8 => N8, _ => N9 };
}

static class Data
{
    public static readonly string[] Classes = ["low", "middle", "high"];
    public static readonly string[] Numbers = [.. Enumerable.Range(0, 10).Select(i => $"N{i}")];
    public static readonly string[] Texts = ["T0", "T1", "T2"];
    public static readonly string[] Inputs = [.. Numbers, .. Texts];
    static readonly string[][] Categories =
    [
        ["Month-to-month", "One year", "Two years"],
        ["Electronic check", "Mailed check", "Bank transfer (automatic)", "Credit card (automatic)"],
        [.. Enumerable.Range(0, 12).Select(i => $"Region {i + 1}")],
    ];

    public static ModelInfo Info { get; } = new()
    {
        Name = "M", Type = "M", Version = "1.0.0", Dataset = "d", Label = "Label", Task = ModelTask.BinaryClassification, TrainingRows = 0, HeldOutRows = 0,
        DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
    };

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
            var encoder = ml.Transforms.Categorical.OneHotEncoding("encoded " + Texts[i], Texts[i], keyData: Keys(ml, Categories[i]));
            encoders = encoders is null ? encoder : encoders.Append(encoder);
        }
        return encoders!.Append(ml.Transforms.Concatenate("Features", [.. Numbers, .. Texts.Select(text => "encoded " + text)]));
    }

    public static IDataView Keys(MLContext ml, string[] values) => ml.Data.LoadFromEnumerable(values.Select(value => new Key { Value = value }));

    static Row Create(Random random)
    {
        float Next() => random.Next(40) == 0 ? float.NaN : (float)(random.NextDouble() * 100);
        string Pick(int i) => random.Next(40) == 0 ? "" : Categories[i][random.Next(Categories[i].Length)];
        var row = new Row
        {
            N0 = Next(), N1 = Next(), N2 = Next(), N3 = Next(), N4 = Next(), N5 = Next(), N6 = Next(), N7 = Next(), N8 = Next(), N9 = Next(),
            T0 = Pick(0), T1 = Pick(1), T2 = Pick(2),
        };
        double At(int i) => float.IsNaN(row.Number(i)) ? 0.7 : row.Number(i) / 100;
        var signal = At(0) * At(1) + Math.Sin(6 * At(2)) + At(3) - At(4) * At(5) + (row.T0 == "One year" ? 0.6 : 0) + (row.T2.Length == 8 ? At(6) : 0) - (row.T1.Length > 15 ? At(7) : 0.2);
        signal += (random.NextDouble() - 0.5) * 0.6;
        row.Label = signal > 0.6;
        row.Class = signal < 0.2 ? "low" : signal < 1 ? "middle" : "high";
        return row;
    }

    sealed class Key
    {
        public string Value { get; set; }
    }
}
