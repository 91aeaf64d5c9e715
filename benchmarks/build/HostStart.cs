// How long the host needs to say "nothing to do", against the start of a program that does nothing, by turns, in one run.
// Start it from the repository's root: dotnet run benchmarks/build/HostStart.cs
using System.Diagnostics;

const int Rounds = 20;

var repository = Directory.GetCurrentDirectory();
var root = Directory.CreateTempSubdirectory("kiln-start-").FullName;
try
{
    var version = $"0.1.0-benchmark.{DateTime.UtcNow:yyyyMMddHHmmss}";
    Run(repository, "publish", "src/Kiln.Host", "-c", "Release", "--artifacts-path", $"{root}/artifacts", "-o", $"{root}/host", $"-p:Version={version}");
    Directory.CreateDirectory($"{root}/empty");
    File.WriteAllText($"{root}/empty/Empty.csproj", """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>
        </Project>
        """);
    File.WriteAllText($"{root}/empty/Program.cs", "return;");
    Run($"{root}/empty", "build", "-c", "Release");
    Run(repository, "build", "samples/Penguins", "-c", "Release");

    // The sample's own build has compiled the model's definition; the host works on a copy, so that nothing of the sample changes.
    var project = Directory.CreateDirectory($"{root}/project").FullName;
    File.Copy("samples/Penguins/obj/Release/net10.0/Penguins.dll", $"{project}/Penguins.dll");
    Directory.CreateDirectory($"{project}/data");
    foreach (var file in new[] { "penguins.csv", "penguins.schema.json" })
        File.Copy($"samples/Penguins/data/{file}", $"{project}/data/{file}");
    File.WriteAllText($"{root}/train.rsp", $"""
        command=train
        project={project}/Penguins.csproj
        directory={project}/
        framework=net10.0
        assembly={project}/Penguins.dll
        output={project}/obj/
        cache={project}/cache/
        schemas=
        mode=auto
        threads=0
        verbosity=normal
        parent=0
        dataset=penguins
        contract={project}/data/penguins.schema.json
        defined={project}/Penguins.csproj
        include=data/penguins.csv
        file={project}/data/penguins.csv
        """);
    string[] host = ["exec", $"{root}/host/Kiln.Host.dll", $"@{root}/train.rsp"];
    string[] empty = ["exec", $"{root}/empty/bin/Release/net10.0/Empty.dll"];
    Run(root, host);

    var (nothing, same, compared) = (new List<double>(), new List<double>(), new List<double>());
    for (var round = 0; round < Rounds; round++)
    {
        nothing.Add(Run(root, empty));
        same.Add(Run(root, host));
        File.Delete($"{project}/obj/kiln.memory");
        compared.Add(Run(root, host));
    }
    Console.WriteLine($"start to end of the process, {Environment.ProcessorCount} cores, {Rounds} rounds, median ms");
    Console.WriteLine($"  a program that does nothing                  {Median(nothing),5:F0}");
    Console.WriteLine($"  host, nothing changed                     {Median(same),5:F0}   ({Median(same) / Median(nothing):F1} times)");
    Console.WriteLine($"  host, recompiled, fingerprints compared   {Median(compared),5:F0}   ({Median(compared) / Median(nothing):F1} times)");
}
finally
{
    Directory.Delete(root, recursive: true);
}

static double Run(string directory, params string[] arguments)
{
    var start = Stopwatch.GetTimestamp();
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {output}");
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
