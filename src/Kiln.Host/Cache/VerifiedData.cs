using Kiln.Contracts;
using Kiln.Host.Data.Files;
using Kiln.Host.Files;
using Kiln.Host.Incremental;
using Kiln.Host.Requests;

namespace Kiln.Host.Cache;

/// <summary>Which data of datasets without a model kept which contract, so that they need not be read again. A model's data is known by its rows.</summary>
/// <seealso cref="IdentityCache"/>
sealed class VerifiedData(CacheFolder folder, InputHashes hashes)
{
    const string File = "verified";

    public bool Holds(Dataset dataset)
    {
        try
        {
            return folder.Find(Key(dataset), File) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // Reading the rows finds the same.
        }
    }

    public void Add(Dataset dataset) => folder.Put(Key(dataset), (File, []));

    string Key(Dataset dataset) => new Fingerprint()
        .Add("verified 1").Add(Tool.Version).Add(hashes.Compute(dataset.Contract))
        .Add([.. DataFile.InOrder(dataset.Files).Select(file => dataset.Identify(hashes.Compute(file)))])
        .Add(dataset.Replaces ? "replace" : "append").Add(dataset.Key).ToString();
}
