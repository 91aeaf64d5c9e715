namespace Kiln.Build.Tests;

/// <summary>A host that ends, or does not, as the variable BEHAVIOR says; and a project that uses it.</summary>
public sealed class BrokenHost(Packages packages)
{
    const string Program = """
        using System.Diagnostics;

        Console.WriteLine("before");
        Console.Error.WriteLine("said on standard error");
        switch (Environment.GetEnvironmentVariable("BEHAVIOR"))
        {
            case "throw":
                throw new InvalidOperationException("thrown on purpose");
            case "kill":
                Process.GetCurrentProcess().Kill();
                break;
            case "hang":
                var parent = File.ReadLines(args[0][1..]).Single(line => line.StartsWith("parent="))["parent=".Length..];
                File.WriteAllLines("processes.tmp", [parent, Environment.ProcessId.ToString()]);
                File.Move("processes.tmp", "processes");
                Thread.Sleep(Timeout.Infinite);
                break;
            case "environment":
                foreach (var name in Environment.GetEnvironmentVariables().Keys)
                    Console.WriteLine($"{name}={Environment.GetEnvironmentVariable((string)name)}");
                return 0;
            case "warn":
                Console.WriteLine("Some File.cs(3,4): warning KILN9999: spaces and ünï");
                Console.WriteLine("verbose: only in detail");
                return 0;
        }
        return int.Parse(Environment.GetEnvironmentVariable("BEHAVIOR")!);
        """;

    const string Contract = """
        {
          "format": 1,
          "dataset": "d",
          "columns": [ { "name": "a", "property": "A", "type": "number", "nullable": false, "role": "feature" } ]
        }
        """;

    readonly ConsumerProject _trainer = Built(packages);

    public string Path => _trainer["bin/Debug/net10.0/Broken.dll"];

    internal string RuntimeConfig => _trainer["bin/Debug/net10.0/Broken.runtimeconfig.json"];

    internal ConsumerProject User(string behavior)
    {
        var project = new ConsumerProject(packages, "App", $"""
            <PropertyGroup><TargetFramework>net10.0</TargetFramework><KilnHostPath>{Path}</KilnHostPath></PropertyGroup>
            <ItemGroup><Dataset Include="data/d.csv" /></ItemGroup>
            """);
        project.Environment["BEHAVIOR"] = behavior;
        return project.Write("data/d.csv", "a\n1\n").Write("data/d.schema.json", Contract);
    }

    static ConsumerProject Built(Packages packages)
    {
        var project = new ConsumerProject(packages, "Broken", Penguins.Executable, refersToKiln: false).Write("Program.cs", Program);
        project.Dotnet("build").Succeeds();
        return project;
    }
}
