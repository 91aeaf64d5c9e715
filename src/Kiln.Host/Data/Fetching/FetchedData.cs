using System.Security.Cryptography;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Network;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Fetching;

/// <summary>
/// Puts files that have a <c>Url</c> in their place before anything else is done: from the cache, or from where they come from, once. What is there
/// is never written over, and none is taken whose bytes the item does not pin, so a build means the same tomorrow and on every machine.
/// </summary>
static class FetchedData
{
    /// <param name="hashes">Of the files that are there.</param>
    /// <param name="say">Is told what is fetched.</param>
    /// <exception cref="BuildException">A file cannot be had, or is not the one that is pinned.</exception>
    public static void Take(Request request, InputHashes hashes, Action<string> say)
    {
        var fetched = new FetchedFolder(Path.Combine(request.Cache, "fetched"));
        foreach (var dataset in request.Datasets.Where(dataset => dataset.Connection.Length == 0))
            foreach (var pinned in dataset.Pinned.Where(pinned => !Directory.Exists(pinned.File)))
                Take(Named(dataset, pinned), pinned, hashes, fetched, say);
    }

    /// <summary>Messages are to stand at the item of this file, which other files' items may precede.</summary>
    static Dataset Named(Dataset dataset, PinnedFile pinned) =>
        dataset.Files.Count == 1 ? dataset : dataset with { Include = Path.GetRelativePath(Path.GetDirectoryName(dataset.DefinedIn)!, pinned.File) };

    static void Take(Dataset dataset, PinnedFile pinned, InputHashes hashes, FetchedFolder fetched, Action<string> say)
    {
        if (pinned.Sha256.Length > 0 && !IsHash(pinned.Sha256))
            throw Say(dataset, $"'{pinned.Sha256}' is no SHA-256, which has 64 hexadecimal digits; correct the item's Sha256");
        var address = pinned.Url.Length > 0 ? Address.Parse(pinned.Url, "its Url", Download.Refuse(dataset)) : null;
        if (File.Exists(pinned.File))
            Check(dataset, pinned, hashes.Compute(pinned.File));
        else if (address is not null)
            Place(dataset, pinned, address, fetched, say);
    }

    static void Check(Dataset dataset, PinnedFile pinned, string there)
    {
        if (!IsPinned(pinned, there))
            throw Say(dataset, pinned.Sha256.Length == 0
                ? $"'{pinned.File}' is there, and the item does not say that it is the right file; write Sha256=\"{there}\" to pin it"
                : $"'{pinned.File}' is not the pinned file: its SHA-256 is {there}; restore it, or delete it if it has a Url, or correct the item's Sha256");
    }

    static void Place(Dataset dataset, PinnedFile pinned, Address address, FetchedFolder fetched, Action<string> say)
    {
        try
        {
            if (pinned.Sha256.Length == 0 || !fetched.Holds(pinned.Sha256))
                Fetch(dataset, pinned, address, fetched, say);
            fetched.Place(pinned.Sha256, pinned.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException(pinned.File, 0, 0, Ids.CannotWrite,
                $"the file cannot be written: {e.Message.TrimEnd('.')}; make its folder and the cache writable, or put the file there yourself");
        }
    }

    static void Fetch(Dataset dataset, PinnedFile pinned, Address address, FetchedFolder fetched, Action<string> say)
    {
        say($"{dataset.Name}: fetching {address.Shown}");
        var hash = fetched.Add(written => Download.Write(dataset, address, pinned.Token, written), hash => IsPinned(pinned, hash));
        if (!IsPinned(pinned, hash))
            throw Say(dataset, pinned.Sha256.Length == 0
                ? $"'{address.Shown}' may give another file tomorrow, so the item must pin it; write Sha256=\"{hash}\", which is what it gives today"
                : $"'{address.Shown}' gives another file than the pinned one: its SHA-256 is {hash}; if that file is meant, write it as the item's Sha256");
    }

    static bool IsPinned(PinnedFile pinned, string hash) => pinned.Sha256.Equals(hash, StringComparison.OrdinalIgnoreCase);

    static bool IsHash(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigit);

    static BuildException Say(Dataset dataset, string what) => new(ItemLocation.Say(dataset, Ids.FileNotPinned, what));
}
