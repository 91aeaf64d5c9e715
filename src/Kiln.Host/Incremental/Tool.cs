using System.Reflection;

namespace Kiln.Host.Incremental;

/// <summary>What trains: another version may train another model from the same data and definition.</summary>
static class Tool
{
    /// <summary>Kept by hand beside the pins of Directory.Packages.props, and held against the loaded assemblies in a test: asking them here would load ML.NET in every build.</summary>
    const string Libraries = "ML.NET 5.0.1, LightGBM 4.7.0";

    public static string Version { get; } =
        $"Kiln {typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}, {Libraries}";
}
