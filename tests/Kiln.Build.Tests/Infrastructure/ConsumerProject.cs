namespace Kiln.Build.Tests.Infrastructure;

/// <summary>A project outside the repository that refers to the package, as a user's would.</summary>
sealed class ConsumerProject
{
    /// <param name="packages">The packages it is built against.</param>
    /// <param name="name">Its file's and assembly's name.</param>
    /// <param name="body">What stands in the project file besides the reference to the package.</param>
    /// <param name="beside">A project whose neighbour it is; a new directory for all when null.</param>
    /// <param name="refersToKiln">Whether it refers to the package.</param>
    public ConsumerProject(Packages packages, string name, string body, ConsumerProject? beside = null, bool refersToKiln = true)
    {
        Environment = new(packages.Environment);
        Directory = System.IO.Directory.CreateDirectory(
            Path.Combine(beside is null ? packages.NewDirectory() : Path.GetDirectoryName(beside.Directory)!, name)).FullName;
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              {body}
              {(refersToKiln ? $"""<ItemGroup><PackageReference Include="Kiln" Version="{packages.Version}" /></ItemGroup>""" : "")}
            </Project>
            """);
    }

    public string Directory { get; }

    public string this[string path] => Path.Combine(Directory, path);

    public ConsumerProject Write(string path, string text)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this;
    }

    public ConsumerProject Edit(string path, Func<string, string> edit) => Write(path, edit(File.ReadAllText(this[path])));

    /// <summary>The paths, relative to <paramref name="folder"/>, of all files below it, in order.</summary>
    public IReadOnlyList<string> Files(string folder) => System.IO.Directory.Exists(this[folder])
        ? [.. System.IO.Directory.EnumerateFiles(this[folder], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(this[folder], file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Variables for this project's builds beside the ones of all.</summary>
    public Dictionary<string, string> Environment { get; }

    public Run Dotnet(params IEnumerable<string> arguments) => Infrastructure.Dotnet.Run(Directory, Environment, arguments);

    /// <summary>
    /// Builds at normal verbosity, at which the host's start can be seen. What was restored since a project file was last written is not
    /// restored again: that is near to half of a build that has nothing to do, and none of it is ours.
    /// </summary>
    public Run Build(params IEnumerable<string> arguments) => Dotnet(["build", "-v:n", .. IsRestored ? ["--no-restore"] : Array.Empty<string>(), .. arguments]);

    bool IsRestored => File.Exists(this["obj/project.assets.json"])
        && System.IO.Directory.EnumerateFiles(Path.GetDirectoryName(Directory)!, "*.csproj", SearchOption.AllDirectories)
            .All(project => File.GetLastWriteTimeUtc(project) < File.GetLastWriteTimeUtc(this["obj/project.assets.json"]));

    public Run Start(string program) => Infrastructure.Dotnet.Start(this[program], Directory, Environment);
}
