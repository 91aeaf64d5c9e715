// origin: blind, second round
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;

namespace Claims;

/// <summary>The model that was approved, or none at all.</summary>
public sealed class ApprovedModel
{
    const string FileName = "claims.zip";

    public ApprovedModel(IConfiguration configuration)
    {
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        var approved = configuration["Claims:Sha256"];
        using var stream = File.OpenRead(path);
        var hash = Convert.ToHexString(SHA256.HashData(stream));
        if (!string.Equals(hash, approved, StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"{path} is not the approved model");
        Transformer = new MLContext().Model.Load(path, out var schema);
        Schema = schema;
    }

    public ITransformer Transformer { get; }

    public DataViewSchema Schema { get; }
}

public static class Registration
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services.AddSingleton<ApprovedModel>();
}
