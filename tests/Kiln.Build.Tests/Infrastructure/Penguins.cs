namespace Kiln.Build.Tests.Infrastructure;

/// <summary>The data and code most projects of the tests hold.</summary>
static class Penguins
{
    public const string Dataset = """<ItemGroup><Dataset Include="data/penguins.csv" /></ItemGroup>""";

    public const string Executable = """
        <PropertyGroup>
          <OutputType>Exe</OutputType>
          <TargetFramework>net10.0</TargetFramework>
        </PropertyGroup>
        """;

    public const string Model = """
        using Kiln;

        [Model("penguins", Label = "species", Version = "1.0.0")]
        [Gate(Metric.MicroAccuracy, AtLeast = 0.8)]
        public sealed partial class SpeciesModel;
        """;

    public const string Prediction = """
        public static class Guess
        {
            public static string Species()
            {
                var model = SpeciesModel.Load();
                var penguin = new SpeciesModel.Input
                {
                    Island = "Biscoe", BillLengthMm = 50, BillDepthMm = 15, FlipperLengthMm = 230, BodyMassG = 5500,
                    Sex = "male", Year = 2008,
                };
                return $"It is a {model.Predict(penguin).PredictedLabel}.";
            }
        }
        """;

    public const string Answer = "It is a Gentoo.";

    /// <summary>All that lies in the output of <see cref="App"/>.</summary>
    public static readonly string[] AppFiles =
    [
        "App", "App.deps.json", "App.dll", "App.pdb", "App.runtimeconfig.json", "Kiln.dll",
        "models/SpeciesModel.model.json", "models/SpeciesModel.onnx",
    ];

    public static readonly string[] ModelFiles = ["SpeciesModel.model.json", "SpeciesModel.onnx"];

    public static string Csv { get; } = File.ReadAllText(Path.Combine(Packages.Repository, "samples", "Penguins", "data", "penguins.csv"));

    public static ConsumerProject App(Packages packages, string body = Executable + Dataset) =>
        new ConsumerProject(packages, "App", body).WithModel().Write("Program.cs", "Console.WriteLine(Guess.Species());");

    public static ConsumerProject WithModel(this ConsumerProject project) =>
        project.Write("data/penguins.csv", Csv).Write("SpeciesModel.cs", Model).Write("Guess.cs", Prediction);

    /// <summary>With the model in a namespace, and in that version.</summary>
    public static ConsumerProject WithModelIn(this ConsumerProject project, string space, string version) => project
        .Write("data/penguins.csv", Csv)
        .Write("SpeciesModel.cs", Model.Replace("[Model", $"namespace {space};\n\n[Model").Replace("1.0.0", version));
}
