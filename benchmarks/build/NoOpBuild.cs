// What the package costs a build that has nothing to do: `dotnet build` of a project with a trained model against the same project without
// Kiln, by turns, in one run. Start it from the repository's root: dotnet run benchmarks/build/NoOpBuild.cs
using System.Diagnostics;

const int Rounds = 10;

var repository = Directory.GetCurrentDirectory();
var root = Directory.CreateTempSubdirectory("kiln-noop-").FullName;
try
{
    var version = $"0.1.0-benchmark.{DateTime.UtcNow:yyyyMMddHHmmss}";
    foreach (var project in new[] { "Kiln", "Kiln.Package", "Kiln.Host" })
        Dotnet(repository, "pack", $"src/{project}", "-c", "Release", $"-p:Version={version}",
            "--artifacts-path", $"{root}/artifacts", "-o", $"{root}/feed");
    File.WriteAllText($"{root}/nuget.config", """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><add key="kiln" value="feed" /></packageSources>
        </configuration>
        """);

    var plain = Project("Without", "");
    var kiln = Project("With", $"""
        <ItemGroup>
            <PackageReference Include="Kiln" Version="{version}" />
            <Dataset Include="penguins.csv" />
          </ItemGroup>
        """);
    File.Copy("samples/Penguins/data/penguins.csv", $"{kiln}/penguins.csv");
    File.Copy("samples/Penguins/PenguinModel.cs", $"{kiln}/PenguinModel.cs");
    foreach (var directory in new[] { plain, kiln, plain, kiln })
        Dotnet(directory, "build");

    var (without, with) = (new List<double>(), new List<double>());
    for (var round = 0; round < Rounds; round++)
    {
        without.Add(Dotnet(plain, "build"));
        with.Add(Dotnet(kiln, "build"));
    }
    var differences = without.Zip(with, (a, b) => b - a).ToList();
    Console.WriteLine($"no-op dotnet build, {Environment.ProcessorCount} cores, {Rounds} rounds, median ms");
    Console.WriteLine($"  without Kiln  {Median(without),7:F0}   (lowest {without.Min():F0})");
    Console.WriteLine($"  with Kiln     {Median(with),7:F0}   (lowest {with.Min():F0})");
    Console.WriteLine($"  difference    {Median(differences),7:F0}   (of pairs)");
    Console.WriteLine($"  ratio         {Median(with) / Median(without),7:F3}");
}
finally
{
    Directory.Delete(root, recursive: true);
}

string Project(string name, string body)
{
    var directory = Directory.CreateDirectory($"{root}/{name}").FullName;
    File.WriteAllText($"{directory}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          {body}
        </Project>
        """);
    File.WriteAllText($"{directory}/Program.cs", "return;");
    return directory;
}

static double Dotnet(string directory, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
    foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        start.Environment.Remove(name);
    var clock = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException(output);
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
