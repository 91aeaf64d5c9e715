// How often findings are told of models that do not deserve them, and of models that do.
// First of predictions that are drawn: labels have the probabilities that are told ("right"), a logit that is half or four fifths as steep as told, or one more than
// told; numbers have Student's t with 3 degrees of freedom for errors, larger where the number is. Then of models that are trained: of labels that are a curve of two
// columns among six ("curve"), a line of two of them ("line"), or a coin's ("chance").
// Start it from the repository's root: dotnet run -c Release benchmarks/quality/Findings.cs <draws> <trainings>
#:project ../../src/Kiln.Host/Kiln.Host.csproj
#:property PublishAot=false
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Kiln.CompilerServices;
using Kiln.Contracts.Models;
using Kiln.Host;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;
using Kiln.Host.Findings;
using Kiln.Host.Requests;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (draws, trainings) = (int.Parse(args[0]), int.Parse(args[1]));
Console.WriteLine("| predictions | held-out rows | draws | interval of the slope holds it | too extreme (KILN4021) | off (KILN4022) |\n|---|---:|---:|---:|---:|---:|");
foreach (var (kind, slope) in new[] { ("right", 1.0), ("4/5 as steep", 0.8), ("half as steep", 0.5), ("one more", 1), ("numbers, right", 1), ("numbers, half as steep", 0.5) })
    foreach (var rows in new[] { 100, 300, 1_000, 5_000 })
        Draw(kind, slope, rows);
Console.WriteLine("\n| labels | rows | trainings | KILN4014 warned | its line | KILN4020 warned | no better | too few rows | KILN4021 | KILN4022 | KILN4023, of both that matter | of four that do not |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
foreach (var kind in new[] { "curve", "line", "chance" })
    foreach (var rows in new[] { 150, 600, 2_500 })
        Train(kind, rows);

void Draw(string kind, double slope, int rows)
{
    int told = 0, off = 0, held = 0, fitted = 0;
    Parallel.For(0, draws, draw =>
    {
        var random = new Random(77 * draw + rows);
        var predictions = kind.StartsWith("numbers") ? Numbers(random, slope, rows) : Classes(random, slope, kind == "one more" ? 1 : 0, rows);
        var evidence = new Evidence([], null) { Recalibration = Recalibration.Fit(predictions), CalibrationError = Calibration.Measure(predictions) };
        if (evidence.Recalibration is { Slope: var line })
        {
            Interlocked.Increment(ref fitted);
            Interlocked.Add(ref held, line.Low <= slope && slope <= line.High ? 1 : 0);
        }
        Interlocked.Add(ref told, SpreadCheck.Check(new("AreaUnderRocCurve", new(0.8, 0.7, 0.9), 0.5, null), evidence, rows) is not null ? 1 : 0);
        Interlocked.Add(ref off, CalibrationCheck.Check(evidence, rows) is not null ? 1 : 0);
    });
    Console.WriteLine($"| {kind} | {rows:N0} | {draws} | {(fitted == 0 ? "" : $"{100.0 * held / fitted:0.0} % of {fitted}")} | {100.0 * told / draws:0.0} % | {100.0 * off / draws:0.0} % |");
}

static Predictions Classes(Random random, double slope, double more, int rows)
{
    var (label, scores) = (new float[rows], new float[rows][]);
    for (var row = 0; row < rows; row++)
    {
        var said = 1.5 * Normal(random) - 0.5;
        scores[row] = [(float)said, (float)(1 / (1 + Math.Exp(-said)))];
        label[row] = random.NextDouble() < 1 / (1 + Math.Exp(-(slope * said + more))) ? 1 : 0;
    }
    return new(TaskKind.BinaryClassification, label, scores);
}

static Predictions Numbers(Random random, double slope, int rows)
{
    var (label, scores) = (new float[rows], new float[rows][]);
    for (var row = 0; row < rows; row++)
    {
        var said = Normal(random);
        var chi = Math.Sqrt((Math.Pow(Normal(random), 2) + Math.Pow(Normal(random), 2) + Math.Pow(Normal(random), 2)) / 3);
        (scores[row], label[row]) = ([(float)said], (float)(slope * said + 0.5 * Math.Exp(0.3 * said) * Normal(random) / chi));
    }
    return new(TaskKind.Regression, label, scores);
}

static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

void Train(string kind, int rows)
{
    var outputs = Enumerable.Range(0, trainings).Select(run => Output(kind, rows, new(1000 * run + rows))).ToArray();
    int Count(string text) => outputs.Count(output => output.Contains(text, StringComparison.Ordinal));
    double Named(params string[] names) => outputs.Average(output => output.Split('\n').FirstOrDefault(line => line.Contains("  KILN4023: ")) is { } line ? names.Count(name => line.Contains($"'{name}'")) : 0);
    Console.WriteLine($"| {kind} | {rows:N0} | {trainings} | {Count("warning KILN4014")} | {Count("  KILN4014: ")} | {Count("warning KILN4020")} | {Count(" is no better than that of a linear model")} | {Count("too few rows to tell whether the model is better; ")} "
        + $"| {Count("KILN4021")} | {Count("KILN4022")} | {Named("a", "b"):0.00} | {Named("c", "d", "e", "f"):0.00} |");
}

static string Output(string kind, int rows, Random random)
{
    var folder = Directory.CreateTempSubdirectory("kiln-findings-").FullName + Path.DirectorySeparatorChar;
    try
    {
        Directory.CreateDirectory(folder + "obj");
        File.WriteAllLines(folder + "rows.csv", ["a,b,c,d,e,f,y", .. Enumerable.Range(0, rows).Select(_ =>
        {
            double[] x = [.. Enumerable.Range(0, 6).Select(_ => Normal(random))];
            var logit = kind == "curve" ? 4 * (x[0] * x[0] > 0.8 ? 1 : -1) * Math.Sign(x[1]) : kind == "line" ? 2 * x[0] - 1.5 * x[1] : 0;
            return $"{string.Join(',', x.Select(value => value.ToString("0.0000")))},{(random.NextDouble() < 1 / (1 + Math.Exp(-logit)) ? "yes" : "no")}";
        })]);
        var model = new ModelDefinition { Name = "M", Type = "M", Dataset = "rows", Label = "y", Version = "1.0.0", Split = SplitKind.Hash, Location = new("M.cs", 3, 2) };
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("App"), typeof(object).Assembly,
            [new CustomAttributeBuilder(typeof(ModelDefinitionAttribute).GetConstructor([typeof(string)])!, [DefinitionJson.Write(model)])]);
        assembly.DefineDynamicModule("App");
        assembly.Save(folder + "obj/App.dll");
        Run("contracts", folder);
        return Run("train", folder);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static string Run(string command, string folder)
{
    var text = new StringWriter();
    Entry.Run(RequestReader.Read(
    [
        $"command={command}", $"project={folder}App.csproj", $"directory={folder}", $"assembly={(command == "contracts" ? "" : folder + "obj/App.dll")}", $"output={folder}obj/kiln/",
        $"cache={folder}obj/cache", "version=", "store=", $"schemas={folder}obj/kiln", "mode=auto", "locked=false", $"threads={Environment.ProcessorCount}", "verbosity=normal", "parent=0",
        "dataset=rows", $"contract={folder}rows.schema.json", $"defined={folder}App.csproj", "include=rows.csv", "merge=append", "key=", $"file={folder}rows.csv",
    ]), new Output(text));
    return text.ToString();
}
