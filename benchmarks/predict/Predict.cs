// What one prediction costs: an object with 10 numbers and 3 texts in, a decision out. Kiln's predictor on vectors of every length, and on the graph
// as it is written, beside ML.NET's PredictionEngine, ONNX Runtime and LightGBM's own C interface, on the same models, by turns in one run, on
// one thread. ONNX Runtime gets its rows as tensors that exist already, LightGBM as encoded numbers. Before it is timed every side predicts every
// row, and the labels are counted that differ from ML.NET's. Then a batch of 10,000 rows, and the first prediction of a process.
// Start it from the repository's root: dotnet run -c Release benchmarks/predict/Predict.cs [rounds] [only these...]
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
#:property AllowUnsafeBlocks=true
#:property NoWarn=$(NoWarn);CS8618
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kiln;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Kiln.Host.Natives;
using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["first", var engineName, var path])
    return First.Run(engineName, path);
var rounds = args.Length > 0 ? int.Parse(args[0]) : 15;
var only = args.Length > 1 ? args[1..] : null;
NativeResolver.Use(typeof(InferenceSession).Assembly);
NativeResolver.Use(typeof(Row).Assembly);
var scratch = Directory.CreateTempSubdirectory("kiln-predict-").FullName;

Console.WriteLine($"{Environment.ProcessorCount} cores, vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits, medians of {rounds} rounds by turns, one thread");
Console.WriteLine("| model | Kiln, ns | 256 bits | 128 bits | 64 bits | as written | PredictionEngine | ONNX Runtime | LightGBM | of PredictionEngine's | of ONNX Runtime's | of LightGBM's | Kiln, B | other labels |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
Binary("100 trees of 31 leaves", 100, 31);
Binary("10 trees of 31 leaves", 10, 31);
Binary("500 trees of 31 leaves", 500, 31);
Binary("100 trees of 255 leaves", 100, 255);
Classes("3 classes, 100 trees each", 100, 31);
Linear("linear, 13 columns");
Directory.Delete(scratch, recursive: true);
return 0;

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
    var typed = Data.Rows(2_000, seed: 2);

    var engine = ml.Model.CreatePredictionEngine<Row, TAnswer>(model);
    var answer = new TAnswer();
    int Engine(Row row)
    {
        engine.Predict(row, ref answer);
        return answered(answer);
    }

    var graph = new CompiledGraph(OnnxModel.Read(onnx));
    // The machine's own first: as many bits as it has.
    var ours = new[] { (MaskBits?)null, MaskBits.B256, MaskBits.B128, MaskBits.B64 }.Select(bits => new Scorer(graph.CreateEvaluator(bits), Data.Numbers, Data.Texts))
        .Append(new(graph.Reference, Data.Numbers, Data.Texts)).ToArray();
    int Kiln(Scorer scorer, Row row)
    {
        Span<float> numbers = stackalloc float[10];
        var texts = default(Three);
        Span<float> scores = stackalloc float[outputs.Length == 2 ? 2 : 3];
        (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]) = (row.N0, row.N1, row.N2, row.N3, row.N4);
        (numbers[5], numbers[6], numbers[7], numbers[8], numbers[9]) = (row.N5, row.N6, row.N7, row.N8, row.N9);
        (texts[0], texts[1], texts[2]) = (row.T0, row.T1, row.T2);
        scorer.Score(numbers, texts, scores);
        return decide(scores);
    }

    using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    using var session = new InferenceSession(onnx, options);
    using var run = new RunOptions();
    var names = session.OutputNames.ToArray();
    var tensors = typed.Select(row => Tensors([row])).ToArray();
    int Runtime(OrtValue[] inputs)
    {
        using var results = session.Run(run, Data.Inputs, inputs, names);
        return decide(results.Count == 2 ? [results[0].GetTensorDataAsSpan<float>()[0]] : results[0].GetTensorDataAsSpan<float>());
    }
    var native = SingleRow.Create(PipelineStep.List(model, ml.Data.LoadFromEnumerable(typed)));

    var expected = typed.Select(Engine).ToArray();
    var wrong = typed.Where((row, i) => Kiln(ours[0], row) != expected[i]).Count();
    List<Func<int, int>> sides = [.. ours.Select(scorer => (Func<int, int>)(i => Kiln(scorer, typed[i]))), i => Engine(typed[i]), i => Runtime(tensors[i])];
    if (native is not null)
        sides.Add(native.Predict);
    // Long enough for the runtime's last tier.
    foreach (var side in sides)
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 0.5;)
            Time(typed.Length, side);
    var before = GC.GetAllocatedBytesForCurrentThread();
    for (var i = 0; i < typed.Length; i++)
        Kiln(ours[0], typed[i]);
    var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / typed.Length;
    // Each round begins with another side, and asks each twice: what others left in the caches is not what it is asked for.
    var times = Enumerable.Range(0, rounds).Select(round =>
    {
        var took = new double[sides.Count];
        for (var i = 0; i < sides.Count; i++)
        {
            var side = (round + i) % sides.Count;
            Time(typed.Length / 10, sides[side]);
            took[side] = Time(typed.Length, sides[side]);
        }
        return took;
    }).ToList();
    string Ratio(int side) => side < sides.Count ? Median(times.Select(round => round[side] / round[0])).ToString("0.0") : "";
    var cells = Enumerable.Range(0, 8).Select(side => side < sides.Count ? Median(times.Select(round => round[side])).ToString("N0") : "");
    Console.WriteLine($"| {name} | {string.Join(" | ", cells)} | {Ratio(5)} | {Ratio(6)} | {Ratio(7)} | {bytes:0} | {wrong} |");
    foreach (var tensor in tensors.SelectMany(row => row))
        tensor.Dispose();
    if (name == "100 trees of 31 leaves")
        Batch();

    void Batch()
    {
        var many = Data.Rows(10_000, seed: 3);
        var view = ml.Data.LoadFromEnumerable(many);
        var batch = Tensors(many);
        int Cursor()
        {
            var data = model.Transform(view);
            var column = data.Schema["Score"];
            using var cursor = data.GetRowCursor([column]);
            var getter = cursor.GetGetter<float>(column);
            var (score, positive) = (0f, 0);
            while (cursor.MoveNext())
            {
                getter(ref score);
                positive += score > 0 ? 1 : 0;
            }
            return positive;
        }
        int Loop()
        {
            var positive = 0;
            foreach (var row in many)
                positive += Kiln(ours[0], row);
            return positive;
        }
        int Whole()
        {
            using var results = session.Run(run, Data.Inputs, batch, names);
            var positive = 0;
            foreach (var score in results[0].GetTensorDataAsSpan<float>())
                positive += score > 0 ? 1 : 0;
            return positive;
        }
        Func<int>[] ways = [Loop, Cursor, Whole];
        Console.Error.WriteLine($"positive: {string.Join(", ", ways.Select(way => way()))}");
        var took = Enumerable.Range(0, rounds).Select(_ => ways.Select(way => Time(1, _ => way()) / many.Length).ToArray()).ToList();
        Console.WriteLine($"| a batch of 10,000, per row; ML.NET's cursor | {Median(took.Select(t => t[0])):N0} | | | | | {Median(took.Select(t => t[1])):N0} | {Median(took.Select(t => t[2])):N0} | | "
            + $"{Median(took.Select(t => t[1] / t[0])):0.0} | {Median(took.Select(t => t[2] / t[0])):0.0} | | | |");
        FirstPrediction();
    }

    void FirstPrediction()
    {
        var file = Path.Combine(scratch, "model");
        File.WriteAllBytes(file + ".onnx", onnx);
        ml.Model.Save(model, training.Schema, file + ".zip");
        double Process(string engine) => First.Start(engine, file);
        var native = First.Publish(scratch);
        var took = Enumerable.Range(0, Math.Max(5, rounds / 2))
            .Select(_ => (Kiln: Process("kiln"), MlNet: Process("mlnet"), Nothing: Process("nothing"), Native: First.Start(new ProcessStartInfo(native, [file + ".onnx"])))).ToList();
        Console.WriteLine($"| first prediction of a process, ms; {Median(took.Select(t => t.Nothing)):N0} are the process | {Median(took.Select(t => t.Kiln)):N0} | | | | | {Median(took.Select(t => t.MlNet)):N0} | | | "
            + $"{Median(took.Select(t => (t.MlNet - t.Nothing) / (t.Kiln - t.Nothing))):0.0} | | | | |");
        Console.WriteLine($"| the same, compiled ahead of time, with the process | {Median(took.Select(t => t.Native)):N1} | | | | | | | | {Median(took.Select(t => t.MlNet / t.Native)):0} | | | | |");
    }
}

static OrtValue[] Tensors(Row[] rows)
{
    var values = Data.Numbers.Select((_, i) => OrtValue.CreateTensorValueFromMemory([.. rows.Select(row => row.Number(i))], [rows.Length, 1L])).ToList();
    for (var i = 0; i < 3; i++)
    {
        var value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, [rows.Length, 1]);
        for (var row = 0; row < rows.Length; row++)
            value.StringTensorSetElementAt(i switch { 0 => rows[row].T0, 1 => rows[row].T1, _ => rows[row].T2 }, row);
        values.Add(value);
    }
    return [.. values];
}

static double Time(int rows, Func<int, int> predict)
{
    var sum = 0;
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < rows; i++)
        sum += predict(i);
    var elapsed = Stopwatch.GetElapsedTime(start);
    GC.KeepAlive(sum);
    return elapsed.TotalNanoseconds / rows;
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

static int Largest(ReadOnlySpan<float> scores)
{
    var best = 0;
    for (var i = 1; i < scores.Length; i++)
        best = scores[i] > scores[best] ? i : best;
    return best;
}

/// <summary>LightGBM's fastest way to predict one row, which is encoded already.</summary>
sealed partial class SingleRow(nint config, float[][] rows, int scores)
{
    readonly double[] _results = new double[scores];

    public static SingleRow? Create(List<PipelineStep> steps)
    {
        if (steps.SelectMany(step => EnsembleFinder.Find(step.Model)).FirstOrDefault() is not { } ensemble || BoosterTable.Find(ensemble) is not { } from)
            return null;
        var step = steps.First(step => EnsembleFinder.Find(step.Model).Any());
        LightGbmLibrary.Check(LightGbmLibrary.Load(from.Booster.Text, out _, out var booster));
        var width = BoosterText.Features(from.Booster.Text);
        var rows = step.Source.GetColumn<VBuffer<float>>(step.FeatureColumn!).Select(row =>
        {
            var features = new float[width];
            from.Booster.TryWriteFeatures([.. row.DenseValues()], features);
            return features;
        }).ToArray();
        LightGbmLibrary.Check(Init(booster, LightGbmLibrary.RawScores, 0, -1, LightGbmLibrary.Float32, width, "num_threads=1", out var config));
        return new(config, rows, BoosterText.Scores(from.Booster.Text));
    }

    public int Predict(int row)
    {
        LightGbmLibrary.Check(Run(config, rows[row], out _, _results));
        return _results[0] > 0 ? 1 : 0;
    }

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterPredictForMatSingleRowFastInit", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Init(nint booster, int what, int firstIteration, int iterations, int type, int columns, string parameters, out nint config);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterPredictForMatSingleRowFast")]
    private static partial int Run(nint config, ReadOnlySpan<float> row, out long length, Span<double> results);
}

/// <summary>One prediction and the end, in a process of its own.</summary>
static class First
{
    public static double Start(string engine, string file) => Start(new ProcessStartInfo(Environment.ProcessPath!, ["first", engine, file]));

    public static double Start(ProcessStartInfo info)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException($"{info.FileName} {string.Join(' ', info.ArgumentList)}: {process.ExitCode}");
    }

    /// <returns>The program that is compiled ahead of time.</returns>
    public static string Publish(string folder)
    {
        Start(new ProcessStartInfo("dotnet", ["publish", "-c", "Release", "benchmarks/predict/FirstNative.cs", "-o", folder]) { RedirectStandardOutput = true });
        return Path.Combine(folder, "FirstNative");
    }

    public static int Run(string engine, string file) => engine switch
    {
        "kiln" => Kiln(file + ".onnx"),
        "mlnet" => MlNet(file + ".zip"),
        _ => 0,
    };

    static int Kiln(string file)
    {
        var predictor = new Predictor(OnnxModel.Read(File.ReadAllBytes(file)), Data.Info, Data.Numbers, Data.Texts, 2);
        var row = Data.Rows(1, seed: 4)[0];
        var scores = new float[2];
        predictor.Score([.. Data.Numbers.Select((_, i) => row.Number(i))], [row.T0, row.T1, row.T2], scores);
        return scores[1] is >= 0 and <= 1 ? 0 : 1;
    }

    static int MlNet(string file)
    {
        var ml = new MLContext();
        var engine = ml.Model.CreatePredictionEngine<Row, BinaryAnswer>(ml.Model.Load(file, out _));
        return engine.Predict(Data.Rows(1, seed: 4)[0]).Probability is >= 0 and <= 1 ? 0 : 1;
    }
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
